import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText } from '../../../shared/json';
import type { Change } from './changes';

/** One message, status or whatever else a call tells of. */
export interface Dialog360Event {
	/** `message`, `status`, `error`, `echo`, `marketingPreference`, or the name of the webhook's field. */
	type: string;
	/** The webhook's field. */
	field: string;
	/** The message, status or error; the whole value where it is about something else. */
	subject: IDataObject;
	/** All subjects of the same list, this one included. */
	siblings: IDataObject[];
	/** What the change holds beside it: whose number, whose profile. */
	value: IDataObject;
	/** Of a message of a chat's history: the chat, where it is known, and how far the transfer has come. */
	history?: { thread: IDataObject; progress: IDataObject };
	/** Whether it answers a question that nobody waits with any more. */
	isLateAnswer?: boolean;
	accountId: unknown;
	/** Seconds since the epoch; of the subject itself, or of the call. */
	time: unknown;
	/** The change as it came, with this one subject only. */
	raw: IDataObject;
}

/** An event that stands alone. */
export function eventOf(change: Change, type: string, subject: IDataObject, raw: IDataObject): Dialog360Event {
	const { field, value, accountId } = change;
	const time = firstId(subject.timestamp, asObject(subject.metadata).timestamp, change.time);
	return { type, field, subject, siblings: [subject], value, accountId, time, raw };
}

/** The digits of a phone number, which may come as a number of JSON too; empty where there is none. */
export function digits(value: unknown): string {
	return (idText(value) ?? '').replace(/\D/g, '');
}
