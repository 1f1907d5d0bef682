import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { asText, firstId, idText } from '../../../shared/json';
import type { Said } from '../../../shared/trigger/memory/callMemory';
import { CALLS, ECHO, HISTORY, MESSAGE, STATUS } from '../form/events';
import type { Dialog360Event } from './event';

/** Words for a message that arrived; 360dialog may tell the later ones first, or alone. */
const ARRIVED = ['delivered', 'read', 'played'];

/** Milliseconds within which two equal events without ID and time are taken for one. */
const TIMELESS_MS = 600_000;

/** What an event says; two of which both are equal are one. */
export function saidBy(event: Dialog360Event): Said {
	return { subject: subjectOf(event), state: stateOf(event) };
}

/**
 * What a repetition of an event has in common with it: messages have an ID; statuses have that of their message, of
 * which each word comes once, in a group once for each participant. Anything else is equal when all of it is.
 */
function subjectOf({ type, subject, raw }: Dialog360Event): string {
	const id = idText(subject.id);
	if (id && type === STATUS) return `${type}:${id}:${participantOf(subject)}:${asText(subject.status)}`;
	// An edited message may come with the ID that it had.
	if (id && [MESSAGE, ECHO, HISTORY].includes(type)) return `${type}:${asText(subject.type)}:${id}:${editOf(subject)}`;
	if (id && type === CALLS) return `${type}:${id}:${asText(subject.event)}:${asText(subject.status)}`;
	return `${type}:${digest(raw)}`;
}

/**
 * What tells an event from a repetition where {@link subjectOf} cannot: an error of the number has neither an ID nor a
 * time, so that the same one an hour later would look like a repetition.
 */
function stateOf({ subject, time, raw }: Dialog360Event, now = performance.now()): string {
	return firstId(subject.id, time, raw.event === undefined ? null : raw.id)
		? ''
		: String(Math.floor(now / TIMELESS_MS));
}

/** That its message arrived, in the same words for all statuses that say so; undefined for other events. */
export function arrivalSaidBy({ type, subject }: Dialog360Event): Said | undefined {
	const id = idText(subject.id);
	if (type !== STATUS || !id || !isArrived(subject)) return undefined;
	return { subject: `arrival:${id}:${participantOf(subject)}`, state: '' };
}

export function isArrived({ status }: IDataObject): boolean {
	return ARRIVED.includes(asText(status).toLowerCase());
}

/** The hidden-number ID where there is one: several participants may show no number. */
function participantOf({ recipient_participant_user_id: id, recipient_participant_id: number }: IDataObject): string {
	return firstId(id, number) ?? '';
}

function editOf({ type, edit }: IDataObject): string {
	return type === 'edit' ? digest(edit) : '';
}

function digest(value: unknown): string {
	return createHash('sha256').update(asText(value)).digest('base64');
}
