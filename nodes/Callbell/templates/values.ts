import { badField } from '../../shared/failures/failure';
import { publicUrl } from '../../shared/input/checks';
import { hasMedia, variablesOf } from './template';
import type { Template } from './template';

/** What a user gave for the variables and the file, by number and as `media`. */
export type Given = Record<string, unknown>;

/** The ID of the file's address among the values. */
export const URL_ID = 'media';

/** The label of a variable's field. */
export const labelOf = (number: number | string) => `Variable ${number}`;
export const URL_LABEL = 'Media URL';

/**
 * Values from a JSON field: a list in the order of the variables, or an object such as
 * `{ "1": "Ann", "media": "https://…" }`.
 *
 * @throws Failure when it is neither, or names what the template has not
 */
export function readValues(value: unknown, template: Template): Given {
	const label = 'Values (JSON)';
	const parsed = parse(label, value);
	const numbers = variablesOf(template).map(String);
	if (Array.isArray(parsed)) {
		if (parsed.length > numbers.length) throw tooMany(label, `${parsed.length} values`, numbers.length);
		return Object.fromEntries(parsed.map((one: unknown, index) => [numbers[index]!, one]));
	}
	const unknown = Object.keys(parsed).filter((key) => key !== URL_ID && !numbers.includes(key));
	if (unknown.length > 0) throw tooMany(label, `values for ${unknown.join(', ')}`, numbers.length);
	return parsed;
}

/**
 * The values of all variables in their order, and the address of the file where the template goes with one.
 *
 * @throws Failure when one is missing
 */
export function checkedValues(template: Template, given: Given): { values: string[]; url?: string } {
	const values = variablesOf(template).map((number) => {
		const text = String(given[String(number)] ?? '');
		if (text.trim() !== '') return text;
		throw badField(labelOf(number), 'is empty', `The template needs a value for {{${number}}}: "${template.text}"`);
	});
	return { values, ...(hasMedia(template) && { url: publicUrl(URL_LABEL, given[URL_ID]) }) };
}

function parse(label: string, value: unknown): unknown[] | Given {
	let parsed = value;
	if (typeof value === 'string') {
		try {
			parsed = value.trim() === '' ? [] : JSON.parse(value);
		} catch {
			throw badField(label, 'is no valid JSON', 'Give a list, e.g. ["Ann", "Monday"].');
		}
	}
	if (typeof parsed === 'object' && parsed !== null) return parsed as unknown[] | Given;
	throw badField(label, 'is neither a list nor an object', 'Give a list, e.g. ["Ann", "Monday"].');
}

function tooMany(label: string, what: string, count: number) {
	return badField(
		label,
		`has ${what}; the template has ${count} variables`,
		'Compare it with the text of the template in Callbell.',
	);
}
