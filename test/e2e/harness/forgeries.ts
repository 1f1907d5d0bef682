import { randomBytes } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { gzipSync } from 'node:zlib';

import type { Prove, TriggerCase } from '../providers/triggerCase';
import { BODIES, CONTENT_TYPES, FUZZED_SIZES, HEADERS, NO_JSON, NO_OBJECTS } from './mutations';

/** A call that nobody but a forger or a broken sender makes. */
export interface Forgery {
	name: string;
	body: Buffer;
	headers: OutgoingHttpHeaders;
	/** What may be answered; 400, 401 or 422 where nothing else is said. */
	statuses?: Array<number | null>;
	/** Whether there is no event in it that can be read. */
	isUnreadable?: boolean;
}

/**
 * Calls that must start nothing.
 *
 * @param genuine bodies that would start runs, were they called with `sign`'s headers; one for each header mutation.
 */
export function forgeries(
	{ nothing, harmless }: TriggerCase,
	genuine: (number: number) => Buffer,
	sign: Prove,
	count: number,
): Forgery[] {
	const made = [
		...headerMutations(genuine, sign),
		...bodyMutations(genuine, sign),
		...malformed(genuine, sign),
		...brokenTransfers(genuine, sign),
	]
		.filter(({ name }) => !harmless.includes(name))
		.concat(nothing.bodies.map((text) => signedText(text, sign, [nothing.status])));
	for (let number = 0; made.length < count; number++) made.push(fuzzed(number, sign));
	return made;
}

function headerMutations(genuine: (number: number) => Buffer, sign: Prove): Forgery[] {
	let number = 0;
	return Object.keys(sign(genuine(0)))
		.flatMap((name) =>
			Object.entries(HEADERS).flatMap(([what, mutate]) =>
				// Three bodies each: a check that is right by chance is not right three times.
				[1, 2, 3].map(() => {
					const body = genuine(number++);
					const { [name]: value, ...others } = sign(body);
					const mutated = mutate(String(value)) as OutgoingHttpHeaders[string];
					return {
						name: `${name} ${what}`,
						body,
						headers: { ...others, ...(mutated !== undefined && { [name]: mutated }) },
					};
				}),
			),
		)
		.concat({ name: 'the headers of another body', body: genuine(number), headers: sign(genuine(number + 1)) });
}

function bodyMutations(genuine: (number: number) => Buffer, sign: Prove): Forgery[] {
	return Object.entries(BODIES).flatMap(([what, mutate]) =>
		[1, 2, 3].map((number) => {
			const body = genuine(100 + number);
			const mutated = mutate(body) as Buffer;
			return { name: `a body with ${what}`, body: mutated, headers: sign(body), isUnreadable: mutated.length === 0 };
		}),
	);
}

function malformed(genuine: (number: number) => Buffer, sign: Prove): Forgery[] {
	const xml = Buffer.from('<call><type>message_updated</type><event>message_created</event></call>');
	return [
		{ name: 'XML', body: xml, headers: { ...sign(xml), 'content-type': 'application/xml' }, isUnreadable: true },
		...[...NO_OBJECTS, ...NO_JSON].map((text) => signedText(text, sign)),
		...CONTENT_TYPES.map((type) => ({
			name: `the content type "${type}"`,
			body: genuine(200),
			headers: { ...sign(genuine(200)), 'content-type': type },
			isUnreadable: true,
		})),
	];
}

function signedText(text: string, sign: Prove, statuses?: number[]): Forgery {
	const body = Buffer.from(text);
	return { name: `the signed body ${JSON.stringify(text)}`, body, headers: sign(body), statuses, isUnreadable: true };
}

/** Here n8n itself answers 5xx, or hangs up, before any node is asked. */
function brokenTransfers(genuine: (number: number) => Buffer, sign: Prove): Forgery[] {
	const body = genuine(300);
	const headers = sign(body);
	const cut = gzipSync(body).subarray(0, -12);
	const huge = Buffer.concat([Buffer.from('{"type":"'), Buffer.alloc(17 * 1024 * 1024, 'a'), Buffer.from('"}')]);
	const fromN8n = [400, 401, 413, 422, 500, null];
	return [
		{ name: 'no gzip under gzip', body, headers: { ...headers, 'content-encoding': 'gzip' }, statuses: fromN8n },
		{ name: 'gzip that was cut', body: cut, headers: { ...headers, 'content-encoding': 'gzip' }, statuses: fromN8n },
		{ name: 'more than 16 MB', body: huge, headers: sign(huge), statuses: fromN8n },
	];
}

/** Random bytes, or JSON with random text in it, signed and not. */
function fuzzed(number: number, sign: Prove): Forgery {
	const size = FUZZED_SIZES[number % FUZZED_SIZES.length]!;
	const bytes = randomBytes(size);
	const isJson = number % 2 === 1;
	const body = isJson
		? Buffer.from(JSON.stringify({ type: 'message_updated', payload: bytes.toString('latin1') }))
		: bytes;
	// Signed JSON would be an event, of a shape that nobody knows.
	const isSigned = !isJson && number % 3 === 0;
	return {
		name: `${isSigned ? 'signed' : 'unsigned'} ${isJson ? 'JSON' : 'bytes'} of ${size}`,
		body,
		headers: isSigned ? sign(body) : {},
		isUnreadable: true,
	};
}
