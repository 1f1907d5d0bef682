import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { decoded, encodings, writings } from './writings';

/**
 * Hides the secrets of a credential in whatever was said by somebody else; answers the value itself where none is in
 * it.
 */
export type Redactor = <T>(value: T) => T;

const MASK = '***';
/** What is shorter is no key of any provider, and would hide half of every answer. */
const SHORTEST_SECRET = 6;

/**
 * What hides the secrets of a credential. Servers, proxies and gateways have been seen to repeat the headers of a
 * request in their answers: as they are, escaped for JSON, HTML or addresses, in hexadecimal digits, or in base64 with
 * something before and behind it.
 */
export function redactor(credential: ICredentialDataDecryptedObject): Redactor {
	const secrets = secretsOf(credential);
	const traces = secrets.flatMap(encodings);
	let pattern: RegExp | undefined;
	return (value) => {
		if (value === undefined || isFile(value)) return value;
		const text = decoded(typeof value === 'string' ? value : JSON.stringify(value));
		if (!traces.some((trace) => text.includes(trace))) return value;
		pattern ??= new RegExp(secrets.flatMap(writings).join('|'), 'g');
		return hidden(value, pattern) as typeof value;
	};
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

/** The value with every text in it, names of fields too, rid of what the pattern finds. */
function hidden(value: unknown, pattern: RegExp): unknown {
	if (typeof value === 'string') return value.replace(pattern, MASK);
	if (typeof value === 'number') return String(value).search(pattern) < 0 ? value : MASK;
	if (Array.isArray(value)) return value.map((entry) => hidden(entry, pattern));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name.replace(pattern, MASK), hidden(entry, pattern)]),
	);
}
