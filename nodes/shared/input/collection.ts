import type { ItemContext } from '../door/itemContext';
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

/**
 * The entries of a field for several, which n8n keeps as `{ [entry]: [{ … }, …] }`; a bare list is taken too.
 *
 * @param entry the name of an entry, e.g. `button`
 * @throws Failure when it is something else
 */
export function entries(label: string, entry: string, value: unknown): Array<Record<string, unknown>> {
	const example = `{"${entry}": []}`;
	const given = isNothing(value) ? {} : asJson(label, value, example);
	return jsonList(
		label,
		Array.isArray(given) ? given : jsonObject(label, given, example, asJson)[entry],
		'[{}]',
		asJson,
	);
}
