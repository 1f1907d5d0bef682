import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText } from '../../../shared/json';
import type { Dialog360Event } from '../calls/event';
import { digits } from '../calls/event';
import { conversationOf, errorFields } from './commonFields';
import { personOf } from './person';
import { isoOf } from '../calls/timestamp';

/**
 * A call that began, rang or ended
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference). `change` is WhatsApp's
 * word for it, e.g. `connect`, `terminate`, `RINGING`.
 */
export function callFields(event: Dialog360Event): IDataObject {
	const { subject: call, siblings, value } = event;
	const person = personOf(event);
	const direction = directionOf(event);
	const isIncoming = direction === 'incoming';
	const number = firstId(isIncoming ? call.from : (call.to ?? call.recipient_id), person.number);
	const id = firstId(isIncoming ? call.from_user_id : (call.to_user_id ?? call.recipient_user_id), person.id);
	const errors = call.errors ?? (siblings.length === 1 ? value.errors : undefined);
	return {
		callId: idText(call.id),
		conversationId: conversationOf(event, id ?? number),
		change: firstId(call.event, call.status),
		direction,
		isMissed: isMissed(event),
		...(isIncoming
			? { sender: number, senderId: id, recipient: idText(call.to), recipientId: null }
			: { sender: idText(call.from), senderId: null, recipient: number, recipientId: id }),
		name: person.name,
		username: person.username,
		callStatus: idText(call.status),
		duration: call.duration ?? null,
		startedAt: isoOf(call.start_time),
		endedAt: isoOf(call.end_time),
		trackingText: idText(call.biz_opaque_callback_data),
		...(call.session !== undefined && sessionOf(asObject(call.session))),
		...(errors !== undefined && errorFields(errors)),
	};
}

/** What is needed to take the call over WebRTC. */
function sessionOf({ sdp, sdp_type }: IDataObject): IDataObject {
	return { sdp: idText(sdp), sdpType: idText(sdp_type) };
}

/** Whether a customer called and nobody answered: the call ended without ever having begun. */
export function isMissed(event: Dialog360Event): boolean {
	const { event: word, status, duration, start_time } = event.subject;
	if (word !== 'terminate') return word === 'missed';
	return directionOf(event) === 'incoming' && status !== 'COMPLETED' && !duration && firstId(start_time) === null;
}

function directionOf({ subject, value }: Dialog360Event): 'incoming' | 'outgoing' {
	const { direction, from, from_user_id: fromId } = subject;
	if (direction !== undefined) return direction === 'BUSINESS_INITIATED' ? 'outgoing' : 'incoming';
	const own = digits(asObject(value.metadata).display_phone_number);
	// The status of a call is about one of the business.
	return firstId(from, fromId) === null || (own !== '' && digits(from) === own) ? 'outgoing' : 'incoming';
}
