import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { decoded, encodings, writings, writingsInBase64 } from './writings';

/**
 * Hides the secrets of a credential in whatever was said by somebody else; answers the value itself where none is in
 * it.
 */
export type Redactor = <T>(value: T) => T;

const MASK = '***';
/** What is shorter is no key of any provider, and would hide half of every answer. */
const SHORTEST_SECRET = 6;
/** Levels of objects and lists; `structuredClone` has been seen to fail from 2 000 on, `JSON.stringify` from 5 000. */
const DEEPEST = 1_000;

/**
 * What hides the secrets of a credential. Servers, proxies and gateways have been seen to repeat the headers of a
 * request in their answers: as they are, escaped for JSON, HTML or addresses, in hexadecimal digits, or in base64 with
 * something before and behind it.
 */
export function redactor(credential: ICredentialDataDecryptedObject): Redactor {
	const secrets = secretsOf(credential);
	const traces = [...new Set(secrets.flatMap(encodings))];
	const shortest = Math.min(...traces.map(({ length }) => length));
	let patterns: Patterns | undefined;
	return (value) => {
		if (value === undefined || isFile(value)) return value;
		const texts: string[] = [];
		gather(value, shortest, texts);
		const text = decoded(texts.join(' '));
		if (!traces.some((trace) => text.includes(trace))) return value;
		patterns ??= [writings, writingsInBase64].map((of) => new RegExp(secrets.flatMap(of).join('|'), 'g')) as Patterns;
		return hidden(value, patterns) as typeof value;
	};
}

/** What a secret looks like on its own, and within a base64 text. */
type Patterns = [alone: RegExp, inBase64: RegExp];

const BASE64 = /[A-Za-z0-9+/_=-]/;

/**
 * The text rid of what the patterns find, and of the base64 text around it. That is walked here, since a pattern would
 * walk it anew from each of its letters.
 */
function masked(text: string, [alone, inBase64]: Patterns): string {
	const plain = text.replace(alone, MASK);
	let rest = '';
	let done = 0;
	for (const { 0: found, index } of plain.matchAll(inBase64)) {
		let start = index;
		let end = index + found.length;
		if (end <= done) continue;
		while (start > done && BASE64.test(plain[start - 1]!)) start--;
		while (end < plain.length && BASE64.test(plain[end]!)) end++;
		rest += plain.slice(done, start) + MASK;
		done = end;
	}
	return rest + plain.slice(done);
}

/**
 * Adds every text of a value that is long enough to hold a secret, names of fields too; written with escapes it is no
 * shorter.
 *
 * @throws RangeError for a value that is nested more deeply than n8n can copy and save
 */
function gather(value: unknown, shortest: number, texts: string[], depth = 0): void {
	if (depth > DEEPEST) throw new RangeError('nested too deeply');
	if (typeof value === 'string') {
		if (value.length >= shortest) texts.push(value);
	} else if (typeof value === 'number') {
		const digits = String(value);
		if (digits.length >= shortest) texts.push(digits);
	} else if (Array.isArray(value)) {
		for (const entry of value) gather(entry, shortest, texts, depth + 1);
	} else if (typeof value === 'object' && value !== null) {
		for (const name of Object.keys(value)) {
			if (name.length >= shortest) texts.push(name);
			gather((value as Record<string, unknown>)[name], shortest, texts, depth + 1);
		}
	}
}

/** A stream or bytes: the content of a file. */
function isFile(value: unknown): boolean {
	return typeof value === 'object' && value !== null && (Symbol.asyncIterator in value || ArrayBuffer.isView(value));
}

/** The secrets among the fields of a credential, by the fields' names. */
function secretsOf(credential: ICredentialDataDecryptedObject): string[] {
	return Object.entries(credential)
		.filter(([name, value]) => /key|secret|token|password/i.test(name) && !/public/i.test(name) && value)
		.map(([, value]) => String(value).trim())
		.filter((secret) => secret.length >= SHORTEST_SECRET);
}

/** The value with every text in it, names of fields too, rid of what the patterns find. */
function hidden(value: unknown, patterns: Patterns): unknown {
	if (typeof value === 'string') return masked(value, patterns);
	if (typeof value === 'number') return masked(String(value), patterns) === String(value) ? value : MASK;
	if (Array.isArray(value)) return value.map((entry) => hidden(entry, patterns));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [masked(name, patterns), hidden(entry, patterns)]),
	);
}
