import type { ItemContext } from '../door/itemContext';
import { badField } from '../failures/failure';
import { twice } from '../failures/values/valueFault';
import { asText } from '../json';
import { asJson, jsonList, jsonObject } from './json/json';
import { isNothing } from './value';

/**
 * What a user added to a collection, e.g. Options; each value is still to be read by its type. AI agents give a
 * collection as a text of JSON.
 *
 * @param label the field's name in the editor
 * @throws Failure when it is no object
 */
export function collection(item: ItemContext, label: string, name: string): Record<string, unknown> {
	const given = jsonObject(label, item.param(name, {}), undefined, asJson);
	// What was added, and an expression answers nothing for, is not what was never added.
	return Object.fromEntries(Object.entries(given).map(([option, value]) => [option, value ?? null]));
}

/** What to do instead of one expression for all entries: n8n drops it before any node sees it. */
export const ENTRY_BY_ENTRY =
	'Put expressions into the fields of each entry: n8n drops one that stands for all of them.';

/** The shortest expression, `={{x}}`: n8n makes an entry of each of its characters. */
const SHORTEST_EXPRESSION = 6;

/**
 * The entries of a field for several, which n8n keeps as `{ [entry]: [{ … }, …] }`; a bare list is taken too.
 *
 * @param entry the name of an entry, e.g. `button`
 * @throws Failure when it is something else, or what n8n makes of an expression for all entries
 */
export function entries(label: string, entry: string, value: unknown): Array<Record<string, unknown>> {
	const example = `{"${entry}": []}`;
	const given = isNothing(value) ? {} : asJson(label, value, example);
	const found = jsonList(
		label,
		Array.isArray(given) ? given : jsonObject(label, given, example, asJson)[entry],
		'[{}]',
		asJson,
	);
	const areAlike = found.length >= SHORTEST_EXPRESSION && new Set(found.map(asText)).size === 1;
	const isTakenApart = areAlike && Object.values(found[0]!).every((inner) => inner === '');
	if (!isTakenApart) return found;
	throw badField(label, `holds ${found.length} entries in which nothing is filled in`, ENTRY_BY_ENTRY);
}

/**
 * Like {@link entries}, for an option: without it there are none.
 *
 * @throws Failure as {@link entries} does, and when it was added and is empty
 */
export function addedEntries(label: string, entry: string, value: unknown): Array<Record<string, unknown>> {
	const found = entries(label, entry, value);
	if (found.length > 0 || isNothing(value)) return found;
	throw badField(label, 'is empty', `Add a ${entry} in '${label}', or take the option out. ${ENTRY_BY_ENTRY}`);
}

/**
 * An object of pairs of a key and a value.
 *
 * @param label the field that holds the pairs
 * @throws Failure when a key comes twice with different values, of which one would be lost
 */
export function byKey<Value>(label: string, pairs: Array<readonly [string, Value]>): Record<string, Value> {
	const given = new Map<string, Value>();
	for (const [key, value] of pairs) {
		const [one, other] = [given.get(key), value].map(asText) as [string, string];
		if (given.has(key) && one !== other) throw twice(label, key, one, other);
		given.set(key, value);
	}
	return Object.fromEntries(given);
}
