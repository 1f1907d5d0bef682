import { badField } from '../failure';
import type { Failure } from '../failure';
import { clip } from '../clip';
import { invalidDate } from './dateFault';
import { isSheetFault } from './sheetFaults';
import { SpoiltText } from './spoiltText';

/** An expression that n8n did not evaluate; variables of templates have no $. */
const UNEVALUATED = /\{\{\s*\$[\w(][^]*?\}\}/;

/** What pandas, Go, databases write for a value that is not there. Python's None is a word that customers read, too. */
const NOTHING_ELSEWHERE = /^(?:nan|NaT|<NA>|NULL|\(null\)|<nil>)$/;

/** A variable that nobody filled in, e.g. `{{ name }}`: those of n8n begin with a $. */
const PLACEHOLDER = /^(?:\{\{\s*[\p{L}_][\p{L}\p{N}_. -]*\}\}|\$\{[^{}]+\})$/u;

/** Levels of a JSON value. No message has a tenth of them, and who walks much deeper runs out of stack. */
export const DEEPEST = 200;

/** A value that has more levels, or no end of them. */
export function tooDeep(label: string): Failure {
	return badField(
		label,
		`is nested more than ${DEEPEST} levels deep, or holds itself`,
		'Choose the part of it that is wanted, e.g. {{ $json.customer.name }} instead of {{ $json }}.',
	);
}

/** A key that comes twice with different values, of which one would be lost. */
export function twice(label: string, key: string, one: string, other: string): Failure {
	return badField(
		label,
		`gives "${clip(key)}" twice: as ${clip(one)} and as ${clip(other)}`,
		`Give "${clip(key)}" once in '${label}'.`,
	);
}

/** A number that is not what was meant any more: numbers keep 15 digits, IDs often have more. */
function rounded(label: string, value: number): Failure {
	return badField(
		label,
		`holds the number ${value}, whose last digits were rounded`,
		'Give it as text: in an expression or a JSON within quotes.',
	);
}

/** What is wrong with a number: it is none, or so large that its last digits are not those that were meant. */
export function numberFault(label: string, value: number): Failure | undefined {
	if (Number.isInteger(value) && !Number.isSafeInteger(value)) return rounded(label, value);
	if (Number.isFinite(value)) return undefined;
	return badField(
		label,
		`holds ${value}, which is no number`,
		`Check the calculation in the expression of '${label}'.`,
	);
}

/**
 * What is wrong with a text that is wholly what machines write for nothing: "undefined", "NULL", "NaN", "Invalid Date",
 * the faults of spreadsheets, an expression that was not evaluated. Within a sentence they are words as others are.
 */
export function wordsFault(label: string, words: string): Failure | undefined {
	const given = words.trim();
	if (given === 'NaN') return numberFault(label, NaN);
	if (/^Invalid Date(?:Time)?$/.test(given)) return invalidDate(label);
	if (isSheetFault(given)) {
		return badField(
			label,
			`holds "${given}", which a spreadsheet writes where a formula failed`,
			'Correct the formula in the spreadsheet, or leave such rows out before this node.',
		);
	}
	if (given === 'undefined' || given === 'null') {
		return badField(
			label,
			`holds "${given}": an expression in it answers nothing`,
			`Check the name of the field in the expression of '${label}'.`,
		);
	}
	if (NOTHING_ELSEWHERE.test(given)) {
		return badField(
			label,
			`holds "${given}", which other systems write where there is nothing`,
			'Leave such items out before this node, or give other words in their place in the expression.',
		);
	}
	return unevaluated(given)?.index === 0 && given.endsWith('}}') ? notEvaluated(label, given) : undefined;
}

/** The first expression of n8n that stands in a text as it was written. */
export function unevaluated(words: string): RegExpExecArray | null {
	// Behind the last end none is found, and to look for it from each beginning takes its time.
	return UNEVALUATED.exec(words.slice(0, words.lastIndexOf('}}') + 2));
}

/** An expression that would be read as it is written. */
export function notEvaluated(label: string, expression: string): Failure {
	return badField(
		label,
		`holds "${clip(expression)}", an expression that n8n did not evaluate`,
		`Switch '${label}' from Fixed to Expression; a text that another node hands over is not evaluated again.`,
	);
}

/**
 * A text for customers as it is.
 *
 * @throws Failure when it is wholly a variable which nobody filled in
 */
export function filledIn(label: string, words: string): string {
	const given = words.trim();
	if (!PLACEHOLDER.test(given)) return words;
	throw badField(
		label,
		`holds "${clip(given)}", a variable that nothing filled in`,
		`Switch '${label}' to Expression and name the field, e.g. {{ $json.name }}.`,
	);
}

/**
 * What was chosen in a field that decides which others there are: n8n drops those of the other choices before it
 * evaluates anything.
 *
 * @throws Failure when it is an expression all the same, as a workflow that was not made in the editor may have it
 */
export function chosen<Value>(label: string, value: Value): Value {
	const isExpression = typeof value === 'string' ? /^\s*=|\{\{/.test(value) : value instanceof SpoiltText;
	if (!isExpression) return value;
	throw badField(
		label,
		'is an expression, and decides which fields the node has; n8n evaluates none there',
		`Choose from the list in '${label}'. To decide by the item, put a Switch before, with a node behind each output.`,
	);
}
