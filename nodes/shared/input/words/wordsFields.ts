import type { INodeProperties } from 'n8n-workflow';
import { filledIn } from '../../failures/values/valueFault';
import { requiredText } from '../text';
import { toggle } from '../toggle';
import { fromMarkdown } from './markdown';
import { splitText } from './splitText';
import type { TextLimit } from './splitText';

/** Reads a text as AI agents write it. */
export const convertMarkdownField: INodeProperties = {
	displayName: 'Convert Markdown',
	name: 'convertMarkdown',
	type: 'boolean',
	default: true,
	description:
		"Whether to turn Markdown, as AI agents write it, into WhatsApp's writing: **bold**, headings, links, lists. A single *word* is italic.",
};

/** Sends a text in several messages. */
export const splitLongTextsField: INodeProperties = {
	displayName: 'Split Long Texts',
	name: 'splitLongTexts',
	type: 'boolean',
	default: true,
	description:
		'Whether to send a text that is too long as several messages, split at paragraphs and sentences; their IDs are in messageIds',
};

/** Whether the user wants long texts to be split. */
export function splitsLongTexts(options: Record<string, unknown>): boolean {
	return toggle('Split Long Texts', options.splitLongTexts);
}

/**
 * The words of the field *Text* as the options want them.
 *
 * @param isPlain whether the channel shows WhatsApp's marks as they are
 * @throws Failure when they are a variable that nothing filled in, or nothing is left of them, e.g. of a ruler alone
 */
export function wordsOf(text: string, options: Record<string, unknown>, isPlain = false): string {
	if (!toggle('Convert Markdown', options.convertMarkdown)) return filledIn('Text', text);
	const nextStep = "'Convert Markdown' leaves nothing of a ruler alone. Write the message in 'Text'.";
	return requiredText('Text', fromMarkdown(text, isPlain), nextStep);
}

/**
 * The bodies of a message, one for each part of its text where the user wants it split.
 *
 * @param words the text of the body, where it has one
 * @param limit of the channel; undefined where it is not known
 * @param withWords the body with another text
 */
export function bodiesOf<Body>(
	body: Body,
	{ words, limit, options }: { words: unknown; limit: TextLimit | undefined; options: Record<string, unknown> },
	withWords: (part: string, index: number) => Body,
): Body[] {
	if (!splitsLongTexts(options) || typeof words !== 'string' || !limit) return [body];
	const parts = splitText(words, limit);
	return parts.length > 1 || parts[0] !== words ? parts.map(withWords) : [body];
}
