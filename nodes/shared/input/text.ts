import { badField } from '../failures/failure';
import { clip } from '../failures/clip';
import { SpoiltText } from '../failures/values/spoiltText';
import { wordsFault } from '../failures/values/valueFault';
import { aList, bare, dateText, isDate, isDateTime, isNothing, notOneValue, numberText } from './value';

/** Blanks, format characters, fillers, and what only changes the look of others: nothing that a reader sees. */
const INVISIBLE = /^[\s\p{Cf}\p{DI}\u2800]*$/u;
/** Control characters but tab, line feed and carriage return. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
/** What JavaScript writes for an object, e.g. `[object Map]`. */
const OBJECT = /\[object [A-Z]\w*\]/;
/** Half of a character that has two halves, such as an emoji that was cut. */
const HALF = /\p{Cs}/u;

/**
 * What a user gave for a text: texts as they are without control characters, numbers and switches in digits and words,
 * dates as ISO 8601; empty where there is nothing that a reader would see. `label` is the field's name in the editor.
 *
 * @throws Failure when it is an object, a list, no number, an invalid date or half a character, when an expression
 * wrote "[object Object]" into it, or when it is wholly what machines write for nothing: see {@link wordsFault}
 */
export function text(label: string, value: unknown): string {
	if (isNothing(value)) return '';
	if (typeof value === 'string') return cleaned(label, value);
	if (typeof value === 'number') return numberText(label, value);
	if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
	if (isDateTime(value) || isDate(value)) return dateText(label, value);
	if (value instanceof SpoiltText) throw value.failure(label);
	throw notOneValue(label, Object(value) as object);
}

/**
 * Like {@link text}, for what several values never make one of, e.g. a switch, a number, a date, a choice; without what
 * does not show around it.
 *
 * @throws Failure as {@link text} does
 */
export function oneValue(label: string, value: unknown): string {
	if (Array.isArray(value)) throw aList(label, value, 'Choose one entry, e.g. {{ $json.values[0] }}.');
	return bare(text(label, value));
}

/**
 * A text that must not be empty.
 *
 * @throws Failure as {@link text} does, and when there is nothing to see in it
 */
export function requiredText(label: string, value: unknown, nextStep = `Fill in '${label}'.`): string {
	const given = text(label, value);
	if (given === '') throw badField(label, 'is empty', nextStep);
	return given;
}

/**
 * A text that must be there and not too long.
 *
 * @throws Failure naming the field and its limit
 */
export function limitedText(label: string, value: unknown, max: number): string {
	const given = requiredText(label, value);
	checkLength(label, given, max);
	return given;
}

/** `{ [name]: text }`, or nothing where the field is empty. */
export function optionalText<Name extends string>(
	name: Name,
	label: string,
	value: unknown,
	max = Infinity,
): Partial<Record<Name, string>> {
	const given = text(label, value);
	if (given === '') return {};
	checkLength(label, given, max);
	return { [name]: given } as Partial<Record<Name, string>>;
}

/**
 * Refuses a text that is longer than its provider takes. Characters are counted as Unicode code points, so an emoji
 * is one or a few, whatever its size in bytes.
 *
 * @throws Failure naming the field, its length and the limit
 */
export function checkLength(label: string, given: string, max: number, nextStep = `Shorten '${label}'.`): void {
	// Code points are never more than code units, so short texts need no counting.
	if (given.length <= max) return;
	const length = [...given].length;
	if (length > max) throw badField(label, `has ${length} characters; at most ${max} are allowed`, nextStep);
}

/**
 * One of the words that a list of choices offers; a text of an expression is as good as a choice, whatever its case,
 * blanks and hyphens.
 *
 * @param fallback where an option was not added; one that was added, but is empty, is refused: what acts is not guessed
 * @param isOpen whether the provider may know more than these words
 * @throws Failure when it is empty, none of them, or no text
 */
export function choice<Word extends string>(
	label: string,
	value: unknown,
	words: readonly Word[],
	{ fallback, isOpen = false }: { fallback?: Word; isOpen?: boolean } = {},
): Word {
	if (value === undefined && fallback !== undefined) return fallback;
	const given = optionalChoice(label, value, words);
	const known = words.includes(given as Word) || (isOpen && given !== '');
	if (known) return given as Word;
	const fault = given === '' ? 'is empty' : `holds "${clip(given)}", which is no choice here`;
	throw badField(label, fault, `Give one of: ${words.join(', ')}.`);
}

/**
 * Like {@link choice}, for one of which the provider may know more words and which may be left empty: what is no word
 * of the list stays as it is.
 *
 * @throws Failure when it is no text
 */
export function optionalChoice(label: string, value: unknown, words: readonly string[]): string {
	const given = oneValue(label, value);
	return words.find((word) => sameLetters(word) === sameLetters(given)) ?? given;
}

function sameLetters(word: string): string {
	return word.toLowerCase().replace(/[\s_-]/g, '');
}

function cleaned(label: string, value: string): string {
	if (INVISIBLE.test(value)) return '';
	if (HALF.test(value)) {
		throw badField(
			label,
			'holds half a character, mostly an emoji that was cut',
			"Cut texts by characters, e.g. with Array.from(text).slice(0, 20).join('') in the expression.",
		);
	}
	const [object] = OBJECT.exec(value) ?? [];
	if (object) {
		throw badField(
			label,
			`holds "${object}": an expression in it points at a whole object`,
			'Name a field of the object in the expression, e.g. {{ $json.customer.name }} instead of {{ $json.customer }}.',
		);
	}
	const fault = wordsFault(label, value);
	if (fault) throw fault;
	const plain = value.replace(CONTROL, '');
	return INVISIBLE.test(plain) ? '' : plain;
}
