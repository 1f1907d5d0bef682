import { parsed } from './json/json';
import { isDeepText } from './json/jsonDepth';
import { faultIn } from './json/jsonFault';
import { text } from './text';
import { isObject } from '../json';
import { bare, isNothing, kindOfObject } from './value';

/** How lists are written in one text; names and IDs hold none of these. */
const SEPARATORS = /[,;\n]/;

/** An entry in quotes, as spreadsheets and people write one that holds a separator. */
const QUOTED = /(?<=^|[,;\n])[^\S\n]*"((?:[^"]|"")*)"[^\S\n]*(?=[,;\n]|$)/g;
/** Stands for such an entry; a text that was read has none. */
const MARK = '\0';

/** Begins what is meant as JSON, even if it is not. */
const MEANT_AS_JSON = /^\[\s*["'{\u201C\u201E]/;

/**
 * A list of texts: a list of an expression, JSON of one, or one text with commas, semicolons or line breaks between the
 * entries, which may stand in quotes. Empty entries are left out.
 *
 * @param read what an entry is read as
 * @param separators where entries may hold some of the usual ones
 * @throws Failure when an entry is no text
 */
export function list(label: string, value: unknown, read: typeof text = text, separators = SEPARATORS): string[] {
	return entriesOf(label, value, separators)
		.map((entry) => bare(read(label, entry)))
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
	if (isSet(value)) return [...value];
	if (typeof value !== 'string') return [value];
	const given = bare(text(label, value));
	if (!isList(given) && !isJson(given)) return split(given, separators);
	const entries = parsed(label, given, '["one", "two"]');
	return Array.isArray(entries) || typeof entries === 'string' ? entriesOf(label, entries, separators) : [entries];
}

/** Whether it is what `new Set(…)` makes in an expression, which may have a realm of its own. */
function isSet(value: unknown): value is Set<unknown> {
	return isObject(value) && kindOfObject(value) === 'Set';
}

/** Whether a text is an object as JSON, or a list that was made JSON twice. */
function isJson(given: string): boolean {
	return /^(\{|"\s*\[)/.test(given) && !isDeepText(given) && faultIn(given) === undefined;
}

function split(given: string, separators: RegExp): string[] {
	const quoted: string[] = [];
	const marked = given.replace(
		QUOTED,
		(_, entry: string) => MARK + String(quoted.push(entry.replaceAll('""', '"')) - 1),
	);
	return marked.split(separators).map((entry) => (entry.startsWith(MARK) ? quoted[Number(entry.slice(1))]! : entry));
}
