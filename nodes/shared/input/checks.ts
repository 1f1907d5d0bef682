import { badField } from '../failures/failure';

const EXAMPLE = '{"name": "value"}';

/**
 * An ID that its provider counts in whole numbers, as a number. `label` is the field's name in the editor.
 *
 * @throws Failure when it is empty or anything but digits
 */
export function wholeNumberId(label: string, value: unknown): number {
	const text = String(value ?? '').trim();
	if (text === '') throw badField(label, 'is empty', `Choose one from the list or give its ID in '${label}'.`);
	const id = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(id)) {
		throw badField(
			label,
			`must be a whole number, not "${text}"`,
			`Give the ID as digits only, e.g. 123, in '${label}'.`,
		);
	}
	return id;
}

/**
 * A text that must not be empty; it is answered as it is.
 *
 * @throws Failure when there is nothing in it but white space
 */
export function requiredText(label: string, value: unknown, nextStep = `Fill in '${label}'.`): string {
	const text = value === undefined || value === null ? '' : String(value);
	if (text.trim() === '') throw badField(label, 'is empty', nextStep);
	return text;
}

/**
 * Refuses a text that is longer than its provider takes. Characters are counted as Unicode code points, so an emoji
 * is one or a few, whatever its size in bytes.
 *
 * @throws Failure naming the field, its length and the limit
 */
export function checkLength(label: string, text: string, max: number, nextStep = `Shorten '${label}'.`): void {
	// Code points are never more than code units, so short texts need no counting.
	if (text.length <= max) return;
	const length = [...text].length;
	if (length > max) throw badField(label, `has ${length} characters; at most ${max} are allowed`, nextStep);
}

/**
 * A public address of a file that the provider is to fetch.
 *
 * @throws Failure when it is empty, no URL, not http(s), or carries a user name or password
 */
export function publicUrl(label: string, value: unknown): string {
	const text = requiredText(
		label,
		value,
		`Give the address of the file in '${label}', e.g. https://example.com/menu.pdf.`,
	).trim();
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		throw badField(label, 'is no complete URL', 'Give the whole address, beginning with https://.');
	}
	if (url.protocol !== 'http:' && url.protocol !== 'https:') {
		throw badField(
			label,
			`must begin with http:// or https://, not ${url.protocol}`,
			'Give an address that can be opened from the internet.',
		);
	}
	if (url.username || url.password) {
		throw badField(
			label,
			'carries a user name or password',
			'Give an address that needs no login: the customer would see the password.',
		);
	}
	return text;
}

/**
 * A list of JSON objects from a field that takes one as text or by expression; empty is an empty list.
 *
 * @param example what such a list looks like
 * @throws Failure when it is anything else
 */
export function jsonList(label: string, value: unknown, example: string): Array<Record<string, unknown>> {
	const list = value === undefined || value === null || value === '' ? [] : parsed(label, value, example);
	const isList = Array.isArray(list) && list.every((entry) => typeof entry === 'object' && entry !== null);
	if (isList) return list as Array<Record<string, unknown>>;
	throw badField(label, 'is no list of objects', `Give a list, e.g. ${example}.`);
}

/**
 * A value from a field that takes JSON as text or by expression.
 *
 * @throws Failure when the text is no JSON
 */
export function parsed(label: string, value: unknown, example: string): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		throw badField(label, 'is no valid JSON', `Give JSON, e.g. ${example}.`);
	}
}

/**
 * A JSON object from a field that takes one as text or by expression; empty is an empty object.
 *
 * @throws Failure when it is anything but an object
 */
export function jsonObject(label: string, value: unknown): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	const object = parsed(label, value, EXAMPLE);
	if (typeof object === 'object' && object !== null && !Array.isArray(object)) return object as Record<string, unknown>;
	throw badField(label, 'is no JSON object', `Give one JSON object, e.g. ${EXAMPLE}.`);
}
