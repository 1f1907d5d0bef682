import { badField } from '../failures/failure';
import type { Failure } from '../failures/failure';
import { oneValue, text } from './text';
import { clip } from '../failures/clip';
import { notEvaluated, unevaluated } from '../failures/values/valueFault';
import { aList, bare, isDate, isDateTime } from './value';

/**
 * What `String()` and `+` write for a field that is not there: the same for all items, so that strangers would share an
 * ID.
 */
const NO_ID = /^(true|false|Invalid Date)$|(^|[-_:\s/.#|])(undefined|null|NaN|None|NaT)($|[-_:\s/.#|])/;

/**
 * Half an ID: separators alone, or one at the end where a field was to follow. Random IDs may begin or end with a dash
 * or an underscore, so these count beside a plain word only, and dots and slashes behind letters: numbers that are
 * dialled are read here, too.
 */
const HALF_AN_ID = /^[-_:/.#|]+$|^[:/|]|[:#|]$|[a-z][/.]$|^[a-z]{1,12}[-_]+$|^[-_]+[a-z]{1,12}$/i;

/** A DateTime as n8n writes it where it wants a text. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/;

/** What to do with a list where one ID is wanted. */
const ONE_BY_ONE =
	'Put the node Split Out before this one, so that each entry is an item, or choose one, e.g. {{ $json.ids[0] }}.';

/**
 * An ID as text, without blanks around it; it may become part of an address.
 *
 * @param nextStep where the user finds the ID
 * @param what it is called, for sentences
 * @throws Failure when it is empty, an object, a list, a switch, a date, a number whose last digits were rounded, a
 * path, half an ID, or what an expression writes for a field that is not there
 */
export function identifier(label: string, value: unknown, nextStep = `Fill in '${label}'.`, what?: string): string {
	const id = optionalIdentifier(label, value, what);
	if (id === '') throw badField(label, 'is empty', nextStep);
	return id;
}

/**
 * Like {@link identifier}, for one that may be left out; empty then.
 *
 * @throws Failure as {@link identifier} does
 */
export function optionalIdentifier(label: string, value: unknown, what = 'ID'): string {
	const none = (given: string) => noId(label, given, what);
	if (Array.isArray(value)) throw aList(label, value, ONE_BY_ONE);
	if (typeof value === 'number' && !Number.isInteger(value) && Number.isFinite(value)) throw none(String(value));
	const isMoment = isDate(value) || isDateTime(value);
	if (typeof value === 'boolean' || isMoment) throw none(isMoment ? 'a date' : String(value));
	if (typeof value === 'string' && NO_ID.test(value.trim())) throw none(`"${clip(value.trim())}"`);
	const id = bare(text(label, value));
	const expression = unevaluated(id)?.[0];
	if (expression) throw notEvaluated(label, expression);
	// Dots are not encoded in an address, where they would stand for the path above.
	if (HALF_AN_ID.test(id) || MOMENT.test(id)) throw none(`"${clip(id)}"`);
	return id;
}

/** What no system makes an ID of: blanks, letters beyond ASCII, addresses, numbers that are dialled. */
const FOREIGN = /[^\x21-\x7E]|:\/\/|@|\\|^[+#"'<]/;
const ID_MAX = 1024;

/** What people and systems write before an ID with digits, e.g. `#584`, `ID: 584`, `Conversation No. 584`. */
const LABEL = /^(?:\p{L}+ ){0,3}(?:(?:(?:uu)?id|n[or])\.?(?:\s*[:=]\s*|\s+)#?|#\s?)(?=\S*\d)/iu;

/** An ID that its provider gave, which has no label before it. */
export function withoutLabel(id: string): string {
	return id.replace(LABEL, '');
}

/**
 * An ID that the provider gave, of a pattern that it does not tell, without a label before it.
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
	const id = withoutLabel(optionalIdentifier(label, value));
	if (id.length <= ID_MAX && !FOREIGN.test(id)) return id;
	throw badField(label, `holds "${clip(id)}", which is no ID`, nextStep);
}

function noId(label: string, given: string, what: string): Failure {
	return badField(
		label,
		`holds ${given}, which is no ${what}`,
		`Check the name of the field in the expression of '${label}', or give it as a text.`,
	);
}

/** What programs add to a column of numbers in which some are missing. */
const NO_FRACTION = /\.0+$/;

/**
 * An ID that its provider counts in whole numbers, as a number, without a label before it.
 *
 * @param nextStep where the user finds the ID
 * @throws Failure when it is empty or anything but digits; a zero before others is of a phone number
 */
export function wholeNumberId(label: string, value: unknown, nextStep: string): number {
	const id = withoutLabel(identifier(label, value, nextStep)).replace(NO_FRACTION, '');
	if (/^(0|[1-9]\d*)$/.test(id) && Number.isSafeInteger(Number(id))) return Number(id);
	throw badField(label, `must be a whole number, not "${clip(id)}"`, nextStep);
}

/** No dot stands alone, and something stands behind the last one. */
const EMAIL = /^(?!\.)(?!.*\.[.@])[^\s@,;<>"]+@[^\s@,;<>"'/?.-][^\s@,;<>"'/?]*\.[^\s@,;<>"'/?.]{2,}$/;
/** As browsers write an address, perhaps with a subject, and spreadsheets. */
const WRAPPED_EMAIL = /^(?:mailto:([^?]*)(?:\?.*)?|"([^"]*)")$/i;

/**
 * An email address without blanks around it; empty where the field is.
 *
 * @throws Failure when it is none, or several
 */
export function optionalEmail(label: string, value: unknown): string {
	const given = oneValue(label, value).replace(WRAPPED_EMAIL, '$1$2');
	if (given === '' || EMAIL.test(given)) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no email address`,
		`Give one address in '${label}', e.g. jane@example.com.`,
	);
}
