import type { IDataObject } from 'n8n-workflow';
import { deliveryStatus } from '../../shared/delivery/deliveryStatus';
import type { DeliveryStatus, StatusTable } from '../../shared/delivery/deliveryStatus';
import { asObject, idText, isoTimestamp } from '../../shared/json';
import { readReason } from './statusReason';

/** https://docs.callbell.eu/api/reference/webhooks/message_events/message_status_updated */
const STATUSES: StatusTable = {
	enqueued: { status: 'sending', isFinal: false },
	sent: { status: 'sent', isFinal: false },
	// WhatsApp corrected the number and goes on.
	mismatch: { status: 'sent', isFinal: false },
	delivered: { status: 'delivered', isFinal: true },
	read: { status: 'read', isFinal: true },
	failed: { status: 'failed', isFinal: true },
	// Meta tells no deletions any more.
	deleted: { status: 'unknown', isFinal: true },
};

/**
 * The delivery status of a message as Callbell tells it in answers and events:
 * `{ uuid, status, messageStatusPayload }`. Why it failed, and the number that WhatsApp put in place of a mistaken one,
 * stand in the last, in whatever shape WhatsApp's gateway has given it.
 */
export function messageStatus(message: IDataObject, known: Partial<DeliveryStatus> = {}): DeliveryStatus {
	const status = idText(message.status);
	const { code, text, recipient, correctedRecipient } = readReason(asObject(message.messageStatusPayload));
	const word = status?.toLowerCase();
	const hasFailed = word === 'failed';
	return deliveryStatus('callbell', STATUSES, status, {
		messageId: idText(message.uuid),
		errorCode: hasFailed ? code : null,
		errorMessage: hasFailed ? text : null,
		timestamp: timestampOf(message),
		raw: message,
		...known,
		recipient: (word === 'mismatch' ? correctedRecipient : null) ?? known.recipient ?? recipient,
	});
}

/** Messages have a date; a status has, where its gateway gives it, seconds since the epoch. */
export function timestampOf({ createdAt, messageStatusPayload }: IDataObject): string | null {
	const { ts } = asObject(asObject(messageStatusPayload).payload);
	return isoTimestamp(typeof ts === 'number' ? ts * 1000 : createdAt);
}
