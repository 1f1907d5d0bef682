import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { idText } from '../../../shared/json';
import { ECHO, MESSAGE, STATUS } from '../form/events';
import type { Dialog360Event } from './event';

/** Words for a message that arrived; 360dialog may tell the later ones first, or alone. */
const ARRIVED = ['delivered', 'read', 'played'];

/** Milliseconds within which two equal events without ID and time are taken for one. */
const TIMELESS_MS = 600_000;

/**
 * What a repetition of an event has in common with it: messages have an ID; statuses have that of their message, of which
 * each word comes once, in a group once for each participant. Anything else is equal when all of it is.
 */
export function subjectOf({ type, subject, raw }: Dialog360Event): string {
	const id = idText(subject.id);
	if (id && type === STATUS) return `${type}:${id}:${participantOf(subject)}:${String(subject.status)}`;
	// An edited message may come with the ID that it had.
	if (id && (type === MESSAGE || type === ECHO)) return `${type}:${String(subject.type)}:${id}:${editOf(subject)}`;
	return `${type}:${digest(raw)}`;
}

/**
 * What tells an event from a repetition where {@link subjectOf} cannot: an error of the number has neither an ID nor a time,
 * so that the same one an hour later would look like a repetition.
 */
export function stateOf({ subject, raw }: Dialog360Event, now = Date.now()): string {
	return idText(subject.id ?? subject.timestamp ?? raw.time) ? '' : String(Math.floor(now / TIMELESS_MS));
}

/** The same for all words that say that a message arrived; undefined for other events. */
export function arrivalOf({ type, subject }: Dialog360Event): string | undefined {
	const id = idText(subject.id);
	if (type !== STATUS || !id || !isArrived(subject)) return undefined;
	return `arrival:${id}:${participantOf(subject)}`;
}

export function isArrived({ status }: IDataObject): boolean {
	return ARRIVED.includes(String(status).toLowerCase());
}

function participantOf({ recipient_participant_id: participant }: IDataObject): string {
	return idText(participant) ?? '';
}

function editOf({ type, edit }: IDataObject): string {
	return type === 'edit' ? digest(edit) : '';
}

function digest(value: unknown): string {
	return createHash('sha256')
		.update(JSON.stringify(value) ?? '')
		.digest('base64');
}
