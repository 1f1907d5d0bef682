import { badField } from '../../failures/failure';
import { requiredText } from '../text';

/**
 * WhatsApp refuses them in a variable
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates).
 */
const FORBIDDEN = /[\n\r\t]| {5}/;

/** Characters on each side of a variable that its label shows. */
const WORDS = 24;

/** How a variable of a template is read. */
interface Reading {
	/** Whether what WhatsApp refuses becomes one blank. */
	flattens?: boolean;
	/** What to do where it is empty. */
	nextStep?: string;
}

/**
 * The text of a template's variable, on one line.
 *
 * @throws Failure when it is empty or no text, or holds what WhatsApp refuses
 */
export function variableText(label: string, value: unknown, { flattens = false, nextStep }: Reading = {}): string {
	const text = requiredText(label, value, nextStep);
	if (!FORBIDDEN.test(text)) return text;
	if (flattens) return text.replace(/\s*[\n\r\t]\s*| {5,}/g, ' ').trim();
	throw badField(
		label,
		'holds a line break, a tab or five blanks in a row, which WhatsApp refuses in a variable',
		"Give the value in one line, or add the option 'Flatten Line Breaks'.",
	);
}

/** The words around a variable of a template's text, e.g. `Hello …, your order`. */
export function wordsAround(text: string, variable: string): string {
	const parts = text.split(/\{\{\s*([^{}]+?)\s*\}\}/);
	const at = parts.findIndex((part, index) => index % 2 === 1 && part === variable);
	const [before = '', after = ''] = [parts[at - 1], parts[at + 1]].map((part) => part?.replace(/\s+/g, ' '));
	return `${before.slice(-WORDS)}…${after.slice(0, WORDS)}`.replace(/^[\s,.;:!?)]+/, '').trim();
}
