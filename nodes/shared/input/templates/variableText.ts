import { badField } from '../../failures/failure';
import { filledIn } from '../../failures/values/valueFault';
import { requiredText } from '../text';

/**
 * WhatsApp refuses them in a variable
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates).
 */
const FORBIDDEN = /[\n\r\t]| {5}/;

/** Characters before and behind a variable that its label shows. */
const BEFORE = 12;
const AFTER = 24;

/** How a variable of a template is read. */
interface Reading {
	/** Whether line breaks, tabs and rows of blanks become one blank. */
	flattens?: boolean;
	/** What to do where it is empty. */
	nextStep?: string;
}

/**
 * The text of a template's variable, on one line and without blanks around it.
 *
 * @throws Failure when it is empty or no text, a variable that nothing filled in, or holds what WhatsApp refuses
 */
export function variableText(label: string, value: unknown, { flattens = false, nextStep }: Reading = {}): string {
	const text = filledIn(label, requiredText(label, value, nextStep).trim());
	if (flattens) return text.replace(/\s*[\n\r\t]\s*| {2,}/g, ' ');
	if (!FORBIDDEN.test(text)) return text;
	throw badField(
		label,
		'holds a line break, a tab or five blanks in a row, which WhatsApp refuses in a variable',
		"Give the value in one line, or add the option 'Flatten Line Breaks'.",
	);
}

/**
 * The words around a variable of a template's text, e.g. `Hello ▢, your order…`: the box is the variable, and dots are
 * what was left out. A panel shows two dozen characters of a label, so few words come before the box.
 */
export function wordsAround(text: string, variable: string): string {
	const parts = text.split(/\{\{\s*([^{}]+?)\s*\}\}/);
	const at = parts.findIndex((part, index) => index % 2 === 1 && part === variable);
	const [before = '', after = ''] = [parts[at - 1], parts[at + 1]].map((part) => part?.replace(/\s+/g, ' '));
	const start = lastWords(before.trimStart().replace(/^[,.;:!?)]+ /, ''), at > 1);
	const end = firstWords(after.trimEnd(), at + 2 < parts.length);
	return `${start}▢${end}`;
}

/** The last words that have room, behind dots where others come before them. */
function lastWords(words: string, isCut: boolean): string {
	if (words.length <= BEFORE) return (isCut ? '…' : '') + words;
	const room = words.slice(-BEFORE);
	const whole = words.at(-BEFORE - 1) === ' ' ? room : room.slice(room.indexOf(' ') + 1);
	return `…${whole.trim() === '' ? room : whole}`;
}

/** The first words that have room, before dots where others follow. */
function firstWords(words: string, isCut: boolean): string {
	if (words.length <= AFTER) return words + (isCut ? '…' : '');
	const room = words.slice(0, AFTER);
	const end = words[AFTER] === ' ' ? AFTER : room.lastIndexOf(' ');
	return `${end > 0 ? room.slice(0, end) : room}…`;
}
