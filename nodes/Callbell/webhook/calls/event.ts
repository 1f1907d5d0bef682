import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText, isObject } from '../../../shared/json';
import { CONTACT_CREATED, CONTACT_DELETED, CONTACT_UPDATED } from '../form/events';
import { typeOfBare } from './bareEvent';

/** A call of Callbell: `{ "event": "message_created", "payload": { … } }`. */
export interface CallbellEvent {
	type: string;
	payload: IDataObject;
	/** All that Callbell sent. */
	raw: IDataObject;
}

const CONTACT_EVENTS = [CONTACT_CREATED, CONTACT_UPDATED, CONTACT_DELETED];

/**
 * The event in a body, in its documented envelope or without one: calls that hold the payload alone have been seen too.
 *
 * @param types of the events that the trigger subscribed to, see {@link typeOfBare}
 * @returns undefined when there is none, as in the connection checks that Callbell makes now and then
 */
export function eventIn(body: IDataObject, types: string[]): CallbellEvent | undefined {
	const { event, payload } = body;
	if (typeof event === 'string' && event !== '') return { type: event, payload: asObject(payload), raw: body };
	const bare = isObject(payload) ? payload : body;
	const type = firstId(event) === null ? typeOfBare(bare, types) : undefined;
	return type === undefined ? undefined : { type, payload: bare, raw: body };
}

/** The contact that an event is about; empty where it is about none. */
export function contactOf({ type, payload }: CallbellEvent): IDataObject {
	return CONTACT_EVENTS.includes(type) ? payload : asObject(payload.contact);
}

/** The team that an event is about: that of its contact, or the one that a colleague joined or left. */
export function teamOf(event: CallbellEvent): IDataObject {
	return asObject(event.payload.team ?? contactOf(event).team);
}

/** The kind of channel that an event comes from, e.g. `whatsapp`. */
export function channelKindOf(event: CallbellEvent): string | null {
	const { channel, source } = event.payload;
	const contact = contactOf(event);
	return idText(typeof channel === 'string' ? channel : (source ?? contact.source ?? asObject(contact.channel).type));
}

export function channelIdOf(event: CallbellEvent): string | null {
	return idText(asObject(contactOf(event).channel).uuid);
}
