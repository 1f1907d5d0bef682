import type { INodeProperties } from 'n8n-workflow';
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
		"Whether to turn Markdown, as AI agents write it, into WhatsApp's own writing: **bold**, headings, links, lists; code stays. A single *word* is italic in Markdown.",
};

/** Sends a text in several messages. */
export const splitLongTextsField: INodeProperties = {
	displayName: 'Split Long Texts',
	name: 'splitLongTexts',
	type: 'boolean',
	default: true,
	description:
		'Whether to send a text that is longer than the channel takes in several messages, one after another, cut at paragraphs, then at sentences. The item then has the IDs of all in messageIds.',
};

/** Whether the user wants long texts to be split. */
export function splitsLongTexts(options: Record<string, unknown>): boolean {
	return toggle('Split Long Texts', options.splitLongTexts);
}

/**
 * The words of the field *Text* as the options want them.
 *
 * @param isPlain whether the channel shows WhatsApp's marks as they are
 * @throws Failure when nothing is left of them, e.g. of a ruler alone
 */
export function wordsOf(text: string, options: Record<string, unknown>, isPlain = false): string {
	if (!toggle('Convert Markdown', options.convertMarkdown)) return text;
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
