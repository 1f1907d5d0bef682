import { clip } from '../../../shared/failures/clip';
import { badField } from '../../../shared/failures/failure';
import { isNumber, variablesOf } from '../../templates/definition';

/** A variable with its braces. */
const VARIABLE = /\{\{\s*[^{}\s][^{}]*\}\}/g;
/**
 * Braces that were meant for one, e.g. in `{{1}`, `{ {1}}`, `{{ }}` or `{{{1}}}`; variables are `\0` here. Two that
 * close and belong to none, e.g. of a JSON, are a text as any other.
 */
const STRAY = /\{\{|(?<=\{\s*\w+\s*)\}\}|\{\0|\0\}/;
/** Characters before and behind such braces that a sentence shows. */
const NEAR = 12;

/**
 * Refuses braces that make no variable: customers would read them.
 *
 * @throws Failure with the words around them
 */
export function checkBraces(label: string, text: string): void {
	const at = text.replace(VARIABLE, (variable) => '\0'.repeat(variable.length)).search(STRAY);
	if (at < 0) return;
	throw badField(
		label,
		`has braces that make no variable, in "${clip(text.slice(Math.max(0, at - NEAR), at + NEAR))}"`,
		'Write a variable with its number or name between two braces on each side, e.g. {{1}}.',
	);
}

/**
 * Refuses variables that WhatsApp would refuse
 * (https://developers.facebook.com/docs/whatsapp/message-templates/guidelines).
 *
 * @throws Failure naming the rule
 */
export function checkVariables(label: string, text: string): void {
	checkBraces(label, text);
	const names = variablesOf(text);
	const refuse = (what: string, nextStep: string) => badField(label, what, nextStep);
	const strange = names.find((name) => !/^[a-z0-9_]+$/.test(name));
	if (strange !== undefined) {
		const meant = strange.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
		throw refuse(
			`holds {{${strange}}}; names of variables have lower-case letters, digits and underscores only`,
			`Write it as {{${meant}}}.`,
		);
	}
	const numbers = names.filter(isNumber).map(Number);
	if (numbers.length > 0 && numbers.length < names.length) {
		throw refuse('has variables with numbers and with names', 'Give all of them numbers, or all of them names.');
	}
	if (numbers.some((number, index) => number !== index + 1)) {
		throw refuse(
			`has the variables ${numbers.map((number) => `{{${number}}}`).join(', ')}; numbers begin with 1 and leave none out`,
			'Number them {{1}}, {{2}}, {{3}} and so on.',
		);
	}
}

/** More than two line breaks or four blanks in a row, and tabs. */
const GAP = /\n\s*\n\s*\n| {5}|\t/;

/**
 * Refuses a body that begins or ends with a variable, or has wide gaps.
 *
 * @throws Failure naming the rule
 */
export function checkBody(label: string, text: string): void {
	const where = /^\s*\{\{/.test(text) ? 'begins' : /\{\{[^{}]+\}\}\s*$/.test(text) ? 'ends' : undefined;
	if (where) {
		throw badField(
			label,
			`${where} with a variable, which WhatsApp refuses`,
			'Put a word there; a full stop may not be enough.',
		);
	}
	if (GAP.test(text)) {
		throw badField(
			label,
			'has a tab, more than four blanks or more than two line breaks in a row, which WhatsApp refuses',
			'Take them out.',
		);
	}
}

/**
 * Refuses what WhatsApp takes in no header: line breaks, formatting and emojis.
 *
 * @throws Failure naming the rule
 */
export function checkHeaderText(label: string, text: string): void {
	const found = /\n/.test(text)
		? 'a line break'
		: /\*/.test(text)
			? 'an asterisk'
			: /\p{Emoji_Presentation}/u.test(text)
				? 'an emoji'
				: undefined;
	if (found) throw badField(label, `has ${found}, which WhatsApp takes in no header`, 'Take it out.');
}
