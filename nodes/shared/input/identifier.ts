import { badField } from '../failures/failure';
import { text } from './text';
import { clip } from '../failures/clip';
import { isDate, isDateTime, rounded } from './value';

/**
 * What `String()` and `+` write for a field that is not there: the same for all items, so that strangers would share an
 * ID.
 */
const NO_ID = /^(true|false|Invalid Date)$|(^|[-_:\s/.])(undefined|null|NaN)($|[-_:\s/.])/;

/** A DateTime as n8n writes it where it wants a text. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/;

/**
 * An ID as text, without blanks around it; it may become part of an address.
 *
 * @param nextStep where the user finds the ID
 * @throws Failure when it is empty, an object, a list, a switch, a date, a number whose last digits were rounded, a
 * path, or what an expression writes for a field that is not there
 */
export function identifier(label: string, value: unknown, nextStep = `Fill in '${label}'.`): string {
	const id = optionalIdentifier(label, value);
	if (id === '') throw badField(label, 'is empty', nextStep);
	return id;
}

/**
 * Like {@link identifier}, for one that may be left out; empty then.
 *
 * @throws Failure as {@link identifier} does
 */
export function optionalIdentifier(label: string, value: unknown): string {
	if (typeof value === 'number' && Number.isFinite(value) && !Number.isSafeInteger(value)) throw rounded(label, value);
	const isMoment = isDate(value) || isDateTime(value);
	if (typeof value === 'boolean' || isMoment) throw noId(label, isMoment ? 'a date' : String(value));
	if (typeof value === 'string' && NO_ID.test(value.trim())) throw noId(label, `"${clip(value.trim())}"`);
	const id = text(label, value).trim();
	// Dots are not encoded in an address, where they would stand for the path above.
	if (id === '.' || id === '..' || MOMENT.test(id)) throw noId(label, `"${clip(id)}"`);
	return id;
}

/** What no system makes an ID of: blanks, letters beyond ASCII, addresses, numbers that are dialled. */
const FOREIGN = /[^\x21-\x7E]|:\/\/|@|\\|^[+#"'<]/;
const ID_MAX = 1024;

/**
 * An ID that the provider gave, of a pattern that it does not tell.
 *
 * @param nextStep where the user finds the ID
 * @throws Failure as {@link identifier} does, and when it is surely none: an address, a name, a phone number
 */
export function issuedId(label: string, value: unknown, nextStep: string): string {
	const id = optionalIssuedId(label, value, nextStep);
	if (id === '') throw badField(label, 'is empty', nextStep);
	return id;
}

/**
 * Like {@link issuedId}, for one that may be left out; empty then.
 *
 * @throws Failure as {@link issuedId} does
 */
export function optionalIssuedId(label: string, value: unknown, nextStep: string): string {
	const id = optionalIdentifier(label, value);
	if (id.length <= ID_MAX && !FOREIGN.test(id)) return id;
	throw badField(label, `holds "${clip(id)}", which is no ID`, nextStep);
}

function noId(label: string, what: string) {
	return badField(
		label,
		`holds ${what}, which is no ID`,
		`Give an ID in '${label}', or an expression that answers one: check the name of the field in it.`,
	);
}

/**
 * An ID that its provider counts in whole numbers, as a number.
 *
 * @param nextStep where the user finds the ID
 * @throws Failure when it is empty or anything but digits; a zero before others is of a phone number
 */
export function wholeNumberId(label: string, value: unknown, nextStep: string): number {
	const id = identifier(label, value, nextStep);
	if (/^(0|[1-9]\d*)$/.test(id) && Number.isSafeInteger(Number(id))) return Number(id);
	throw badField(label, `must be a whole number, not "${clip(id)}"`, nextStep);
}

/**
 * An email address without blanks around it; empty where the field is.
 *
 * @throws Failure when it is none, or several
 */
export function optionalEmail(label: string, value: unknown): string {
	const given = text(label, value).trim();
	if (given === '' || /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(given)) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no email address`,
		`Give one address in '${label}', e.g. jane@example.com.`,
	);
}
