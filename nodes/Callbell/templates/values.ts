import { clip } from '../../shared/failures/clip';
import { counted } from '../../shared/failures/counted';
import { badField } from '../../shared/failures/failure';
import { listOrObject } from '../../shared/input/json/json';
import { link } from '../../shared/input/files/link';
import { checkKnown, isEmpty } from '../../shared/input/templates/templateForm';
import { variableText } from '../../shared/input/templates/variableText';
import { hasMedia, variablesOf } from './template';
import type { Template } from './template';

/** What a user gave for the variables and the file, by number and as `media`. */
export type Given = Record<string, unknown>;

/** The ID of the file's address among the values. */
export const URL_ID = 'media';

/** Begins the labels of values that are given as JSON. */
const IN_JSON = 'Values (JSON)';

/** The label of a variable's field. */
export const labelOf = (number: number | string) => `Variable ${number}`;
export const URL_LABEL = 'Media URL';
/** Characters of a template's text that a sentence shows: mostly all of them. */
const TEXT_SHOWN = 300;

/**
 * Values from a JSON field: a list in the order of the variables, or an object such as
 * `{ "1": "Ann", "media": "https://…" }`.
 *
 * @throws Failure when it is neither, or names what the template has not
 */
export function readValues(value: unknown, template: Template): Given {
	const label = IN_JSON;
	const found = listOrObject(label, value, 'a list, e.g. ["Ann", "Monday"]');
	const numbers = variablesOf(template).map(String);
	if (Array.isArray(found)) {
		if (found.length > numbers.length) throw tooMany(label, counted(found.length, 'value'), numbers.length);
		return Object.fromEntries(found.map((one: unknown, index) => [numbers[index]!, one]));
	}
	const known = idsOf(template);
	const unknown = Object.keys(found).filter((key) => !known.includes(key) && !(key === URL_ID && isEmpty(found[key])));
	if (unknown.length > 0) throw tooMany(label, `values for ${unknown.join(', ')}`, numbers.length);
	const missing = known.filter((key) => isEmpty(found[key])).map((key) => `"${key}"`);
	if (missing.length === 0) return found;
	throw badField(
		label,
		`has no value for ${missing.join(', ')}`,
		`Add ${missing.map((key) => `${key}: "…"`).join(', ')}. Where an expression gives the value, it returned nothing. The template: "${template.text}"`,
	);
}

/** The values of the form. @throws Failure when one is of a field that the template does not have */
export function knownValues(given: Given, template: Template): Given {
	checkKnown(given, idsOf(template));
	return given;
}

function idsOf(template: Template): string[] {
	return [...variablesOf(template).map(String), ...(hasMedia(template) ? [URL_ID] : [])];
}

/**
 * The values of all variables in their order, and the address of the file where the template goes with one.
 *
 * @param how `isCustom` is whether the server is one of the user's own, `flattens` whether line breaks become blanks,
 * `isJson` whether they were given as JSON
 * @throws Failure when one is missing, or holds what WhatsApp refuses in a variable
 */
export function checkedValues(
	template: Template,
	given: Given,
	{ isCustom, flattens, isJson }: { isCustom: boolean; flattens: boolean; isJson: boolean },
): { values: string[]; url?: string } {
	const where = isJson ? `${IN_JSON} > ` : '';
	const values = variablesOf(template).map((number) => {
		const nextStep = `Give a value for {{${number}}} in "${clip(template.text, TEXT_SHOWN)}".`;
		return variableText(where + labelOf(number), given[String(number)], { flattens, nextStep });
	});
	return { values, ...(hasMedia(template) && { url: link(where + URL_LABEL, given[URL_ID], isCustom) }) };
}

function tooMany(label: string, what: string, count: number) {
	return badField(
		label,
		`has ${what}; the template has ${counted(count, 'variable')}`,
		'Compare it with the text of the template in Callbell.',
	);
}
