import type { IBinaryData } from 'n8n-workflow';
import { clip } from '../failures/clip';
import { badField } from '../failures/failure';
import type { Failure } from '../failures/failure';
import { invalidDate } from '../failures/values/dateFault';
import { numberFault } from '../failures/values/valueFault';
import { decimalText, isObject } from '../json';

/** Fields of an object that a sentence names. */
const NAMED_FIELDS = 5;

/** What luxon's DateTime, which n8n hands to expressions, has of interest here. */
interface DateTime {
	isLuxonDateTime: true;
	isValid: boolean;
	toISO(): string;
}

/** Whether an expression handed over n8n's date. */
export function isDateTime(value: unknown): value is DateTime {
	return isObject(value) && value.isLuxonDateTime === true && typeof value.toISO === 'function';
}

/** Whether it is a date of JavaScript; n8n's expressions may make one in a realm of their own. */
export function isDate(value: unknown): value is Date {
	return Object.prototype.toString.call(value) === '[object Date]';
}

/** Where n8n keeps a file, e.g. `filesystem-v2:workflows/…`; the IDs of other systems' files name no store. */
const IN_STORE = /^[\w-]+:/;

/** Whether it is a file as n8n describes one, e.g. of `{{ $binary.data }}`. */
export function isFile(value: unknown): value is IBinaryData {
	if (!isObject(value) || typeof value.mimeType !== 'string') return false;
	return isNothing(value.id) || (typeof value.id === 'string' && IN_STORE.test(value.id));
}

/** Whether there is nothing: null and undefined are what an expression answers for a field that the item lacks. */
export function isNothing(value: unknown): value is null | undefined | '' {
	return value === undefined || value === null || value === '';
}

/** Whether there is more than blanks. */
export function isFilledIn(value: unknown): boolean {
	return !isNothing(value) && !(typeof value === 'string' && value.trim() === '');
}

/** Blanks and marks that do not show, e.g. of direction: they come along with what is copied. */
const UNSEEN = /[\s\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** A text without what does not show around it. */
export function bare(given: string): string {
	let [start, end] = [0, given.length];
	while (start < end && UNSEEN.test(given[start]!)) start++;
	while (end > start && UNSEEN.test(given[end - 1]!)) end--;
	return given.slice(start, end);
}

/**
 * The text of a number.
 *
 * @throws Failure when it is none, or so large that its last digits are not those that were meant
 */
export function numberText(label: string, value: number): string {
	const fault = numberFault(label, value);
	if (fault) throw fault;
	return decimalText(value);
}

/** A date as ISO 8601. @throws Failure when it is invalid */
export function dateText(label: string, value: { isValid: boolean; toISO(): string } | Date): string {
	const isValid = isDate(value) ? !Number.isNaN(value.getTime()) : value.isValid;
	if (!isValid) throw invalidDate(label);
	return isDate(value) ? value.toISOString() : value.toISO();
}

/** An object or a list where a text is wanted: to a customer it would read "[object Object]". */
export function notOneValue(label: string, value: object) {
	if (Array.isArray(value)) {
		return aList(
			label,
			value,
			"Choose one entry, e.g. {{ $json.names[0] }}, or join them: {{ $json.names.join(', ') }}.",
		);
	}
	if (isFile(value)) {
		return badField(
			label,
			`holds a file of type ${value.mimeType}`,
			`'${label}' takes a text, e.g. the name of the file: .fileName behind it in the expression.`,
		);
	}
	const kind = kindOfObject(value);
	if (kind !== 'Object') {
		return badField(
			label,
			`holds an object of the kind ${kind}`,
			'Give a text, or an expression that answers one: Array.from(…) makes a list of a Set or a Map.',
		);
	}
	const names = Object.keys(value).map((name) => clip(name));
	if (names.length === 0)
		return badField(label, 'holds an empty object', 'Give a text, or an expression that answers one.');
	const first = /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(names[0]!) ? `.${names[0]}` : `[${JSON.stringify(names[0])}]`;
	const named = names.slice(0, NAMED_FIELDS).join(', ') + (names.length > NAMED_FIELDS ? ' …' : '');
	return badField(
		label,
		names.length === 1 ? `holds an object with the field "${named}"` : `holds an object with the fields ${named}`,
		`Choose one, e.g. with ${first} in the expression: {{ $json.customer${first} }} instead of {{ $json.customer }}.`,
	);
}

/** What JavaScript calls an object: of a Map or a Set nothing would be left in JSON. */
export function kindOfObject(value: object): string {
	return Object.prototype.toString.call(value).slice('[object '.length, -1);
}

/** A list where one value is wanted. */
export function aList(label: string, entries: unknown[], nextStep: string): Failure {
	return badField(label, `holds a list of ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`, nextStep);
}
