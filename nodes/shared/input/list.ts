import { parsed } from './json/json';
import { text } from './text';
import { isNothing } from './value';

/**
 * A list of texts: a list of an expression, JSON of one, or one text with commas or line breaks between the entries.
 * Empty entries are left out.
 *
 * @param read what an entry is read as
 * @throws Failure when an entry is no text
 */
export function list(label: string, value: unknown, read: typeof text = text): string[] {
	return entriesOf(label, value)
		.map((entry) => read(label, entry).trim())
		.filter((entry) => entry !== '');
}

function entriesOf(label: string, value: unknown): unknown[] {
	if (isNothing(value)) return [];
	if (Array.isArray(value)) return value as unknown[];
	if (typeof value !== 'string') return [value];
	const given = text(label, value).trim();
	if (!given.startsWith('[')) return given.split(/[,\n]/);
	const entries = parsed(label, given, '["one", "two"]');
	return Array.isArray(entries) ? (entries as unknown[]) : [entries];
}
