import { parsed } from './json/json';
import { isDeepText } from './json/jsonDepth';
import { faultIn } from './json/jsonFault';
import { text } from './text';
import { isNothing } from './value';

/** How lists are written in one text; names and IDs hold none of these. */
const SEPARATORS = /[,;\n]/;

/** Begins what is meant as JSON, even if it is not. */
const MEANT_AS_JSON = /^\[\s*["'{\u201C\u201E]/;

/**
 * A list of texts: a list of an expression, JSON of one, or one text with commas, semicolons or line breaks between the
 * entries. Empty entries are left out.
 *
 * @param read what an entry is read as
 * @param separators where entries may hold some of the usual ones
 * @throws Failure when an entry is no text
 */
export function list(label: string, value: unknown, read: typeof text = text, separators = SEPARATORS): string[] {
	return entriesOf(label, value, separators)
		.map((entry) => read(label, entry).trim())
		.filter((entry) => entry !== '');
}

/** Whether it is a list of an expression, or a text that is JSON of one: `[VIP]` is a name. */
export function isList(value: unknown): boolean {
	if (typeof value !== 'string') return Array.isArray(value);
	const given = value.trim();
	return given.startsWith('[') && (MEANT_AS_JSON.test(given) || isDeepText(given) || faultIn(given) === undefined);
}

function entriesOf(label: string, value: unknown, separators: RegExp): unknown[] {
	if (isNothing(value)) return [];
	if (Array.isArray(value)) return value as unknown[];
	if (typeof value !== 'string') return [value];
	const given = text(label, value).trim();
	if (!isList(given)) return given.split(separators);
	const entries = parsed(label, given, '["one", "two"]');
	return Array.isArray(entries) ? (entries as unknown[]) : [entries];
}
