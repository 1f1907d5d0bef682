import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, objectsIn } from '../../../shared/json';
import { CALLS, ECHO, ERROR, HISTORY, MESSAGE, PREFERENCE, STANDBY, STATUS } from '../form/events';
import type { Change } from './changes';
import { changesIn } from './changes';
import type { Dialog360Event } from './event';
import { digits, eventOf } from './event';
import { historyEvents } from './history';

/** Lists that hold the same whatever the field, and what each entry is; the field's name where nothing is said. */
const LISTS: Record<string, string | undefined> = {
	message_echoes: ECHO,
	calls: CALLS,
	user_preferences: PREFERENCE,
	groups: undefined,
	state_sync: undefined,
};

/** Lists of one field. Any field may have a list by its own name. */
const LISTS_OF_FIELD: Record<string, Record<string, string>> = {
	messages: { messages: MESSAGE, statuses: STATUS, errors: ERROR },
	message_echoes: { messages: ECHO },
	smb_message_echoes: { messages: ECHO },
	calls: { statuses: CALLS },
	history: { messages: HISTORY },
	[STANDBY]: { messages: STANDBY, statuses: STANDBY },
};

/** All that a call tells, in its order. One call may hold several changes, and a change several messages. */
export function eventsIn(body: IDataObject): Dialog360Event[] {
	return changesIn(body).flatMap(eventsOfChange);
}

function eventsOfChange(change: Change): Dialog360Event[] {
	const { field, value } = change;
	const isList = (key: string) => typeof value[key] === 'object' && typeOf(field, key) !== undefined;
	const lists = Object.keys(value).filter(isList);
	const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !lists.includes(key)));
	const events = lists.flatMap((key) => {
		const siblings = objectsIn(value[key]);
		const type = typeOf(field, key)!;
		const within = (subject: IDataObject) => change.around({ ...rest, [key]: [subject] });
		if (key === HISTORY) return historyEvents(change, siblings, within);
		return siblings.map((subject) => ({
			...eventOf(change, type === MESSAGE && isOwn(subject, value) ? ECHO : type, subject, within(subject)),
			siblings,
			// The file of a message of the history comes in a call of its own, without its chat.
			...(type === HISTORY && { history: { thread: {}, progress: {} } }),
		}));
	});
	return events.length > 0 || lists.length > 0 ? events : [eventOf(change, field, value, change.around(value))];
}

function typeOf(field: string, key: string): string | undefined {
	const own = LISTS_OF_FIELD[field]?.[key];
	if (own !== undefined) return own;
	return key in LISTS ? (LISTS[key] ?? field) : key === field ? field : undefined;
}

/**
 * Whether a message comes from the number that it is delivered to, and goes to somebody else. A customer's message has
 * no recipient, even where its sender is the number's own.
 */
function isOwn({ from, to, to_user_id: toId }: IDataObject, value: IDataObject): boolean {
	const own = digits(asObject(value.metadata).display_phone_number);
	return own !== '' && digits(from) === own && digits(to) !== own && firstId(to, toId) !== null;
}
