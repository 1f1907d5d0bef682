import type { OutgoingHttpHeaders } from 'node:http';

/** What a forger or a broken proxy makes of a call. */
export const MUTATIONS = [
	'none',
	'missing',
	'otherKey',
	'flipped',
	'truncated',
	'doubled',
	'notBase64',
	'empty',
	'body',
] as const;

export type Mutation = (typeof MUTATIONS)[number];

/** Headers by which a receiver knows the provider: a signature, a secret. */
export type Proof = Readonly<Record<string, string>>;

/** How a provider proves that a call is its own, and what somebody sends who has another key. */
export interface Prover {
	prove(bytes: Buffer): Proof;
	forge(bytes: Buffer): Proof;
}

/** Cuts a signature of 64 bytes in base64 down to 40. */
const KEPT = 0.62;
/** A place in the middle of any signature or secret. */
const FLIPPED_AT = 10;

/** A call that went wrong on its way; `body` changes bytes after they were signed and leaves them JSON. */
export function mutated(
	bytes: Buffer,
	prover: Prover,
	mutation: Mutation,
): { bytes: Buffer; headers: OutgoingHttpHeaders } {
	const proof = mutation === 'otherKey' ? prover.forge(bytes) : prover.prove(bytes);
	const spoilt = Object.entries(proof).map(([name, value]) => [name, spoil(value, mutation)] as const);
	return {
		bytes: mutation === 'body' ? Buffer.concat([bytes, Buffer.from(' ')]) : bytes,
		headers: Object.fromEntries(spoilt.filter(([, value]) => value !== undefined)),
	};
}

function spoil(value: string, mutation: Mutation): string | string[] | undefined {
	switch (mutation) {
		case 'missing':
			return undefined;
		case 'flipped':
			return `${value.slice(0, FLIPPED_AT)}${value[FLIPPED_AT] === '0' ? '1' : '0'}${value.slice(FLIPPED_AT + 1)}`;
		case 'truncated':
			return value.slice(0, Math.floor(value.length * KEPT));
		case 'doubled':
			return [value, value];
		case 'notBase64':
			return '*** not base64 ***';
		case 'empty':
			return '';
		default:
			return value;
	}
}
