import type { IDataObject } from 'n8n-workflow';
import { idText, isoTimestamp } from '../../shared/json';
import { deliveryStatus } from '../../shared/delivery/deliveryStatus';
import type { DeliveryStatus, StatusTable } from '../../shared/delivery/deliveryStatus';

/** Status of a message (https://developers.partoo.co/api-reference/messages/list-messages). */
const STATUSES: StatusTable = {
	Sending: { status: 'sending', isFinal: false },
	Success: { status: 'delivered', isFinal: true },
	Failed: { status: 'failed', isFinal: true },
};

/** A message that Partoo took: created there, not yet sent on. */
export function acceptedStatus(known: Partial<DeliveryStatus>, answer: IDataObject): DeliveryStatus {
	return deliveryStatus('partoo', STATUSES, 'Sending', { ...known, raw: answer });
}

/** The delivery status of a message as Partoo lists it. Partoo gives no reason for a failed one. */
export function messageStatus(message: IDataObject): DeliveryStatus {
	return deliveryStatus('partoo', STATUSES, idText(message.status), {
		messageId: idText(message.id),
		conversationId: idText(message.conversation_id),
		timestamp: isoTimestamp(message.date),
		raw: message,
	});
}
