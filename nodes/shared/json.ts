import type { IDataObject } from 'n8n-workflow';

/** A value as an object; anything else is an empty one. */
export function asObject(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** Whether a value is an object with fields: no list, not null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; what is no list counts as its only member. */
export function objectsIn(list: unknown): IDataObject[] {
	const members: unknown[] = Array.isArray(list) ? list : [list];
	return members.map(asObject).filter((member) => Object.keys(member).length > 0);
}

/** An ID as text, or null where it is absent. */
export function idText(value: unknown): string | null {
	return value === undefined || value === null || value === '' ? null : asText(value);
}

/** The ID of what a provider made, as text; null for what can be none, e.g. `false` or an object. */
export function madeId(value: unknown): string | null {
	const isId = typeof value === 'string' ? value.trim() !== '' : Number.isInteger(value) && Number(value) > 0;
	return isId ? String(value) : null;
}

/**
 * Any value of JSON as text. Not every object has a text of its own: `{ "toString": 1 }` would throw, and so does JSON
 * that is nested thousands of levels deep.
 */
export function asText(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	try {
		return JSON.stringify(value);
	} catch {
		return '[unreadable]';
	}
}

/** Behind the point: what is smaller is left of a calculation whose result is zero, e.g. 0.3 - 0.1 * 3. */
const DECIMALS = 12;

/**
 * A number as text, without what calculating with fractions adds to it: 0.1 + 0.2 is 0.3. Fifteen digits are sure, and
 * there is no exponent.
 */
export function decimalText(value: number): string {
	if (Number.isInteger(value)) return String(value);
	const exact = String(Number(value.toPrecision(15)));
	return exact.includes('e-')
		? Number(exact)
				.toFixed(DECIMALS)
				.replace(/\.?0+$/, '')
				.replace(/^-0$/, '0')
		: exact;
}

/** The entry of a table for a word from outside. Words like `constructor` stand in every object, and in no table. */
export function entryOf<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | undefined {
	return typeof word === 'string' && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** The first of several IDs that is there. An empty text is none. */
export function firstId(...values: unknown[]): string | null {
	return values.map(idText).find((id) => id !== null) ?? null;
}

/** Digits of which a number of JavaScript may keep too few: 2^53 has sixteen. */
const MANY_DIGITS = /\d{16}/;

/** A text and a number of JSON: all that can hold a digit. Sticky, so that nothing is looked for twice. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Reads JSON, and keeps the digits of integers that JavaScript cannot hold (beyond 2^53 - 1): they become texts. IDs of
 * WhatsApp come as such numbers.
 *
 * @throws SyntaxError where it is no JSON
 */
export function parseJson(text: string): unknown {
	const parsed: unknown = JSON.parse(text);
	return MANY_DIGITS.test(text) ? JSON.parse(withQuotedIntegers(text)) : parsed;
}

/** The same JSON with quotes around integers that are not safe. @param text that is known to be JSON */
function withQuotedIntegers(text: string): string {
	const parts: string[] = [];
	let copied = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		const token = character === '"' ? STRING : /[-\d]/.test(character) ? NUMBER : undefined;
		if (!token) continue;
		token.lastIndex = at;
		const [found] = token.exec(text)!;
		if (/^-?\d+$/.test(found) && !Number.isSafeInteger(Number(found))) {
			parts.push(text.slice(copied, at), `"${found}"`);
			copied = at + found.length;
		}
		at += found.length - 1;
	}
	return parts.join('') + text.slice(copied);
}

/** A provider's date as ISO 8601 in UTC, or null where it is none. */
export function isoTimestamp(value: unknown): string | null {
	const date = new Date(typeof value === 'string' || typeof value === 'number' ? value : NaN);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** `base` with the fields of `extra`, which win; objects are merged, lists and everything else are replaced. */
export function merge(base: IDataObject, extra: Record<string, unknown>): IDataObject {
	const merged: IDataObject = { ...base };
	for (const [key, value] of Object.entries(extra)) {
		const mine = merged[key];
		merged[key] = isObject(mine) && isObject(value) ? merge(mine, value) : (value as IDataObject);
	}
	return merged;
}

/** The object in the body of an answer, which may come as text; anything else is an empty one. */
export function objectSaid(body: unknown): IDataObject {
	if (typeof body !== 'string') return asObject(body);
	try {
		return asObject(parseJson(body));
	} catch {
		return {};
	}
}
