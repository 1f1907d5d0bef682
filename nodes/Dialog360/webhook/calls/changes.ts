import type { IDataObject } from 'n8n-workflow';
import { asObject, idText, isObject, objectsIn } from '../../../shared/json';

/** What one field of WhatsApp's webhooks tells. */
export interface Change {
	field: string;
	value: IDataObject;
	/** The WhatsApp account, where the call names it. */
	accountId: unknown;
	/** When the call was made up, in seconds since the epoch. */
	time: unknown;
	/** The change as it came, with another value in it. */
	around(value: IDataObject): IDataObject;
}

/** The field of a change that does not name it, by a list in its value. */
const FIELD_OF_LIST: Record<string, string> = {
	messages: 'messages',
	statuses: 'messages',
	errors: 'messages',
	message_echoes: 'message_echoes',
	calls: 'calls',
	user_preferences: 'user_preferences',
	state_sync: 'smb_app_state_sync',
	history: 'history',
};

/**
 * The changes in a body, in their order. WhatsApp's envelope has entries with changes
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview); 360dialog has one of
 * its own, `{ id, event, data }` (https://docs.360dialog.com/docs/messaging/coexistence). Single entries and changes
 * are read without it too, and values, as older calls had them.
 */
export function changesIn(body: IDataObject): Change[] {
	const { id, event, data, entry, changes, field, value } = body;
	if (entry !== undefined) return objectsIn(entry).flatMap(changesOfEntry);
	if (data !== undefined) {
		const around = (inner: IDataObject) => ({ ...(id !== undefined && { id }), event, data: inner });
		const values = objectsIn(data);
		if (values.length === 0) return [changeOf(idText(event) ?? fieldOf({}), {}, {}, () => body)];
		return values.map((value) => changeOf(idText(event) ?? fieldOf(value), value, {}, around));
	}
	if (changes !== undefined) return changesOfEntry(body);
	if (field !== undefined || isObject(value)) return changesOfEntry({ changes: [body] });
	return Object.keys(body).length > 0 ? changesOfEntry({ changes: [{ value: body }] }) : [];
}

function changesOfEntry({ changes, ...entry }: IDataObject): Change[] {
	if (changes !== undefined) return objectsIn(changes).flatMap((change) => changesInEntry(change, entry));
	// An entry that has the fields of a value itself.
	const { id, time, ...value } = entry;
	const rest = { ...(id !== undefined && { id }), ...(time !== undefined && { time }) };
	return Object.keys(value).length > 0 ? changesInEntry({ value }, rest) : [];
}

/** Several values of one field count as a change each. */
function changesInEntry(change: IDataObject, entry: IDataObject): Change[] {
	const values = Array.isArray(change.value) ? objectsIn(change.value) : [];
	if (values.length === 0) return [changeInEntry(change, entry)];
	return values.map((value) => changeInEntry({ ...change, value }, entry));
}

function changeInEntry({ field, value, ...rest }: IDataObject, entry: IDataObject): Change {
	// A change without a value holds it itself.
	const inner = value === undefined ? rest : asObject(value);
	const named = idText(field) ?? fieldOf(inner);
	return changeOf(named, inner, entry, (other) => ({
		...entry,
		...(value === undefined ? {} : rest),
		field: named,
		value: value === undefined || isObject(value) ? other : value,
	}));
}

function changeOf(field: unknown, value: IDataObject, entry: IDataObject, around: Change['around']): Change {
	return { field: String(field), value, accountId: entry.id, time: entry.time, around };
}

function fieldOf(value: IDataObject): string {
	const list = Object.keys(FIELD_OF_LIST).find((key) => value[key] !== undefined);
	return list === undefined ? 'unknown' : FIELD_OF_LIST[list]!;
}
