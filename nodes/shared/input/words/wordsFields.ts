import type { INodeProperties } from 'n8n-workflow';
import { toggle } from '../toggle';
import { fromMarkdown } from './markdown';

/** Reads a text as the AI agents write it. */
export const convertMarkdownField: INodeProperties = {
	displayName: 'Convert Markdown',
	name: 'convertMarkdown',
	type: 'boolean',
	default: true,
	description:
		"Whether to turn Markdown, as AI agents write it, into WhatsApp's own writing: **bold**, headings, links, lists; code stays",
};

/** The text of a message as the options want it. */
export function wordsOf(text: string, options: Record<string, unknown>): string {
	return toggle('Convert Markdown', options.convertMarkdown) ? fromMarkdown(text) : text;
}
