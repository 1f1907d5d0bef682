import { badField } from '../../failures/failure';
import { SpoiltText } from '../../failures/values/spoiltText';
import { tooDeep, twice } from '../../failures/values/valueFault';
import { isObject } from '../../json';
import { isDeepText, isDeepValue } from './jsonDepth';
import { doubleKeyIn, faultIn } from './jsonFault';
import { text } from '../text';
import { isDate, isDateTime, isNothing, kindOfObject, notOneValue } from '../value';

const EXAMPLE = '{"name": "value"}';

/**
 * A value from a field that takes JSON as text or by expression.
 *
 * @param example what the field wants
 * @throws Failure when the text is no JSON: with line, column and the words there, and the usual cause; and when a
 * value in it is not what was meant any more
 */
export function parsed(label: string, value: unknown, example: string): unknown {
	const meant = asJson(label, value, example);
	JSON.stringify(meant, function (this: Record<string, unknown>, name, inner: unknown) {
		// JSON makes null of an invalid date, and nothing of what else it does not know.
		const given = this[name];
		if (isDate(given) || isDateTime(given)) text(label, given);
		else if (isObject(given) && !isPlainObject(given)) throw notOneValue(label, given);
		else if (typeof inner !== 'object') text(label, inner);
		return inner;
	});
	return meant;
}

/**
 * Like {@link parsed}, for what holds fields with labels of their own, each of which is read by its type.
 *
 * @throws Failure when the text is no JSON, gives a key twice, or is nested without an end
 */
export function asJson(label: string, value: unknown, example: string): unknown {
	if (value instanceof SpoiltText) throw value.failure(label);
	const isDeep = typeof value === 'string' ? isDeepText(value) : isDeepValue(value);
	if (isDeep) throw tooDeep(label);
	return typeof value === 'string' ? fromText(label, value, example) : value;
}

function fromText(label: string, value: string, example: string): unknown {
	const fault = faultIn(value);
	if (fault === undefined) {
		const double = doubleKeyIn(value);
		if (double) throw twice(label, double.key, ...double.values);
		return JSON.parse(value);
	}
	const { line, column, words, cause } = fault;
	const place = words === '' ? 'it ends too early' : `there it reads: ${words}`;
	throw badField(
		label,
		`is no valid JSON at line ${line}, column ${column}; ${place}`,
		cause ?? `Give JSON, e.g. ${example}.`,
	);
}

/**
 * A JSON object from a field that takes one as text or by expression; empty is an empty object.
 *
 * @param read {@link asJson} where its fields are read one by one
 * @throws Failure when it is anything but an object
 */
export function jsonObject(
	label: string,
	value: unknown,
	example = EXAMPLE,
	read: typeof asJson = parsed,
): Record<string, unknown> {
	if (isBlank(value)) return {};
	const object = read(label, value, example);
	if (isPlainObject(object)) return object;
	const nextStep = stepFor(object, `Give one JSON object, e.g. ${example}.`);
	throw badField(label, `holds ${kindOf(object)} and wants a JSON object`, nextStep);
}

/**
 * A list of JSON objects from a field that takes one as text or by expression; empty is an empty list.
 *
 * @param example what such a list looks like
 * @throws Failure when it is anything else
 */
export function jsonList(
	label: string,
	value: unknown,
	example: string,
	read: typeof asJson = parsed,
): Array<Record<string, unknown>> {
	const found = isBlank(value) ? [] : read(label, value, example);
	if (!Array.isArray(found)) {
		const nextStep = stepFor(found, `Give a list, e.g. ${example}.`);
		throw badField(label, `holds ${kindOf(found)} and wants a list of objects`, nextStep);
	}
	const wrong = found.findIndex((entry) => !isPlainObject(entry));
	if (wrong < 0) return found as Array<Record<string, unknown>>;
	throw badField(
		label,
		`holds ${kindOf(found[wrong])} as entry ${wrong + 1} of its list, and wants objects`,
		`Give a list of objects, e.g. ${example}.`,
	);
}

/**
 * A list or an object from a field that takes either as JSON or by expression; empty is an empty list.
 *
 * @throws Failure when it is neither
 */
export function listOrObject(label: string, value: unknown, example: string): unknown[] | Record<string, unknown> {
	const found = isBlank(value) ? [] : parsed(label, value, example);
	if (Array.isArray(found)) return found as unknown[];
	if (isPlainObject(found)) return found;
	const nextStep = stepFor(found, `Give ${example}.`);
	throw badField(label, `holds ${kindOf(found)}, which is neither a list nor an object`, nextStep);
}

function isBlank(value: unknown): boolean {
	return isNothing(value) || (typeof value === 'string' && value.trim() === '');
}

/** What to do with a value of another kind. */
function stepFor(value: unknown, nextStep: string): string {
	const isTwice =
		typeof value === 'string' && /^\s*[[{]/.test(value) && !isDeepText(value) && faultIn(value) === undefined;
	return isTwice ? 'The text is JSON itself: it was made JSON twice. Use JSON.stringify once only.' : nextStep;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
	return isObject(value) && kindOfObject(value) === 'Object' && !isDateTime(value);
}

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (value === null) return 'null';
	if (isDate(value) || isDateTime(value)) return 'a date';
	if (typeof value === 'boolean') return String(value);
	const kind = isObject(value) ? kindOfObject(value) : undefined;
	if (kind !== undefined) return kind === 'Object' ? 'an object' : `an object of the kind ${kind}`;
	return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
