import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import { ECHO, ERROR, MESSAGE, STATUS } from '../form/events';

/** One message, status or whatever else a call tells of. */
export interface Dialog360Event {
	/** `message`, `status`, `error`, `echo`, or the name of the webhook's field. */
	type: string;
	/** The message, status or error; the whole value where it is about something else. */
	subject: IDataObject;
	/** What the change holds beside it: whose number, whose profile. */
	value: IDataObject;
	/** The change as it came, with this one subject only. */
	raw: IDataObject;
}

/** Lists in the value of a change, by the change's field, and what each entry is. */
const LISTS: Record<string, Record<string, string>> = {
	messages: { messages: MESSAGE, statuses: STATUS, errors: ERROR },
	smb_message_echoes: { message_echoes: ECHO },
};

/**
 * All that a call tells, in its order
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview). One call may hold
 * several entries, changes and messages. An older shape, without an envelope, is a change by itself.
 */
export function eventsIn(body: IDataObject): Dialog360Event[] {
	if (!Array.isArray(body.entry)) return changeEvents({}, { field: 'messages', value: body });
	return objects(body.entry).flatMap(({ changes, ...entry }) =>
		objects(changes).flatMap((change) => changeEvents(entry, change)),
	);
}

function changeEvents(entry: IDataObject, change: IDataObject): Dialog360Event[] {
	const field = idText(change.field) ?? 'unknown';
	const value = asObject(change.value);
	const lists = LISTS[field] ?? {};
	const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !(key in lists)));
	const events = Object.keys(value).flatMap((key) =>
		(key in lists ? objects(value[key]) : []).map((subject) => ({
			type: isOwn(subject, value) ? ECHO : lists[key]!,
			subject,
			value,
			raw: { ...entry, ...change, value: { ...rest, [key]: [subject] } } as IDataObject,
		})),
	);
	return events.length > 0 ? events : [{ type: field, subject: value, value, raw: { ...entry, ...change } }];
}

/** Whether a message comes from the number that it is delivered to. */
function isOwn({ from }: IDataObject, value: IDataObject): boolean {
	const own = digits(asObject(value.metadata).display_phone_number);
	return own !== '' && digits(from) === own;
}

function digits(value: unknown): string {
	return typeof value === 'string' ? value.replace(/\D/g, '') : '';
}

function objects(list: unknown): IDataObject[] {
	return Array.isArray(list) ? (list as unknown[]).map(asObject).filter((entry) => Object.keys(entry).length > 0) : [];
}
