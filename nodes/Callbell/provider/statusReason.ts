import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../shared/json';

/** What the inner payload of a status tells beyond the status. */
export interface StatusReason {
	code: string | null;
	text: string | null;
	/** The number that the message was sent to. */
	recipient: string | null;
	/** The number that WhatsApp put in its place. */
	correctedRecipient: string | null;
}

/** Names under which gateways of WhatsApp tell the same, the more telling ones first. */
const TEXTS = ['reason', 'details', 'message', 'description', 'title', 'error'];
const NUMBERS = [
	'correctedPhoneNumber',
	'correctedNumber',
	'corrected',
	'phone',
	'phoneNumber',
	'wa_id',
	'waId',
	'number',
	'destination',
];
const RECIPIENTS = ['destination', 'recipient_id', 'recipient'];

/**
 * Reads `messageStatusPayload`, which Callbell documents as the raw payload of the gateway and shows as
 * `{ id, type, payload: { ts }, destination }`
 * (https://docs.callbell.eu/api/reference/webhooks/message_events/message_status_updated). Those of failed messages and
 * of corrected numbers are not shown, so they are looked for in the shapes that gateways have.
 */
export function readReason(payload: IDataObject): StatusReason {
	const inner = asObject(payload.payload);
	const first = asObject([inner.errors, payload.errors].filter(Array.isArray).flat()[0]);
	const places = [asObject(first.error_data), first, asObject(inner.error), inner, asObject(payload.error), payload];
	return {
		code: found(places, ['code', 'errorCode']),
		text: found(places, TEXTS) ?? (typeof payload.payload === 'string' ? payload.payload : null),
		recipient: found([payload], RECIPIENTS),
		correctedRecipient: found([inner], NUMBERS),
	};
}

/** The first value with one of the names that is a text or a number. */
function found(places: IDataObject[], names: string[]): string | null {
	for (const place of places) {
		const value = names.map((name) => place[name]).find((one) => typeof one === 'string' || typeof one === 'number');
		const text = idText(value);
		if (text !== null) return text;
	}
	return null;
}
