import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import type { Said } from '../../../shared/trigger/memory/callMemory';
import { CONVERSATION_CLOSED, CONVERSATION_OPENED, MESSAGE_CREATED, MESSAGE_STATUS_UPDATED } from '../form/events';
import { contactOf, teamOf } from './event';
import type { CallbellEvent } from './event';

/**
 * What a repetition of an event has in common with it: Callbell gives its calls no ID, and repeats what was not
 * answered with 2xx. Messages are known by their ID and each of their statuses, which come once and in any order. Of
 * anything else the last state is known, so that a contact which is changed and changed back is news both times; opened
 * and closed are states of one conversation.
 *
 * @param digest of the body
 */
export function saidBy(event: CallbellEvent, digest: string): Said {
	const { type, payload } = event;
	if (type === MESSAGE_CREATED || type === MESSAGE_STATUS_UPDATED) {
		// Without a UUID, as in the documents' own table of a message's fields, the body is all that there is.
		return { subject: `${type}:${messageKey(payload) ?? digest}`, state: '' };
	}
	const isConversation = type === CONVERSATION_OPENED || type === CONVERSATION_CLOSED;
	const id = idText(contactOf(event).uuid) ?? colleagueKey(event) ?? digest;
	return { subject: `${isConversation ? 'conversation' : type}:${id}`, state: `${type}:${digest}` };
}

/**
 * A text that is the same in every repetition of a call, for steps that must not run twice: a message's ID, with its
 * status where the event is about that, otherwise the hash of the body.
 */
export function repeatKeyOf({ type, payload }: CallbellEvent, digest: string): string {
	if (type === MESSAGE_CREATED) return idText(payload.uuid) ?? digest;
	return (type === MESSAGE_STATUS_UPDATED && messageKey(payload)) || digest;
}

function messageKey({ uuid, status }: IDataObject): string | undefined {
	const id = idText(uuid);
	return id === null ? undefined : `${id}:${idText(status) ?? ''}`;
}

function colleagueKey(event: CallbellEvent): string | undefined {
	const email = idText(event.payload.email ?? asObject(event.payload.user).email);
	return email === null ? undefined : `${email}:${idText(teamOf(event).uuid) ?? ''}`;
}
