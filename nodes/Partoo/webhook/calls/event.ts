import type { IDataObject } from 'n8n-workflow';
import { asObject, asText } from '../../../shared/json';
import { messageStatus } from '../../provider/messageStatus';
import { MESSAGE_UPDATED } from '../form/events';

/** A call of Partoo: `{ "type": "message_updated", "payload": { … } }`. */
export interface PartooEvent {
	type: string;
	payload: IDataObject;
	/** Whether somebody tries the webhook out. */
	isTryout: boolean;
	/** All that Partoo sent. */
	raw: IDataObject;
}

/** A message event's message and conversation; `message` is undefined in events that are about something else. */
export interface MessageParts {
	message?: IDataObject;
	conversation: IDataObject;
}

/** Undefined when the body has no type. */
export function eventIn(body: IDataObject, isTryout: boolean): PartooEvent | undefined {
	const { type, payload } = body;
	if (typeof type !== 'string' || type === '') return undefined;
	return { type, payload: asObject(payload), isTryout, raw: body };
}

/** What a message event is about. Any event with a message counts, those too that Partoo adds later. */
export function messageParts({ payload }: PartooEvent): MessageParts {
	const message = asObject(payload.message);
	return {
		message: Object.keys(message).length > 0 ? message : undefined,
		conversation: asObject(payload.conversation),
	};
}

/** The ID of the message of which an event tells that it failed; undefined where it tells something else, or no ID. */
export function failedMessageIn(event: PartooEvent): string | undefined {
	const { message = {} } = messageParts(event);
	const { messageId, status } = messageStatus(message);
	return event.type === MESSAGE_UPDATED && status === 'failed' && messageId !== null ? messageId : undefined;
}

/** The business that an event is about; leads name none. */
export function businessOf(event: PartooEvent): unknown {
	const { conversation } = messageParts(event);
	return (
		asObject(conversation.business).id ??
		asObject(event.payload.review).business_id ??
		asObject(event.payload.business).id
	);
}

/**
 * What a repetition of the event has in common with it: Partoo sends no ID for its calls
 * (https://developers.partoo.co/guides/api/resources/settings/webhooks/setup). Created and updated are kept apart, so
 * that a late repetition of the one is known even when the other came in between.
 *
 * @param digest of the body, for events in which nothing has an ID
 */
export function subjectOf(event: PartooEvent, digest: string): string {
	const { payload, type } = event;
	const review = asObject(payload.review);
	const id = messageParts(event).message?.id ?? review.key ?? review.id ?? asObject(payload.business).id ?? payload.id;
	return `${type}:${asText(id ?? digest)}`;
}
