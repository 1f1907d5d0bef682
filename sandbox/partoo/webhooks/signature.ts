import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

/** Base64 of the Ed25519 signature over the raw body. https://developers.partoo.co/guides/api/resources/settings/webhooks/security */
export const SIGNATURE_HEADER = 'X-Partoo-Signature-v1';

const signatureOf = (body: Buffer, key: KeyObject): string => sign(null, body, key).toString('base64');

export const signedHeaders = (body: Buffer, key: KeyObject): OutgoingHttpHeaders => ({
	'Content-Type': 'application/json',
	[SIGNATURE_HEADER]: signatureOf(body, key),
});

/** What a forger or a broken proxy makes of a call. */
export const MUTATIONS = ['none', 'missing', 'otherKey', 'flipped', 'truncated', 'doubled', 'notBase64', 'empty', 'body'] as const;

export type Mutation = (typeof MUTATIONS)[number];

/** A call that went wrong on its way; `body` changes bytes after they were signed and leaves them JSON. */
export function mutated(body: Buffer, key: KeyObject, mutation: Mutation): { bytes: Buffer; headers: OutgoingHttpHeaders } {
	const { [SIGNATURE_HEADER]: good, ...unsigned } = signedHeaders(body, key);
	const text = String(good);
	const bits = Buffer.from(text, 'base64');
	const spoilt: Record<Mutation, string | string[] | undefined> = {
		none: text,
		body: text,
		missing: undefined,
		otherKey: signatureOf(body, generateKeyPairSync('ed25519').privateKey),
		flipped: Buffer.concat([bits.subarray(0, -1), Buffer.from([(bits.at(-1) ?? 0) ^ 1])]).toString('base64'),
		truncated: bits.subarray(0, 40).toString('base64'),
		doubled: [text, text],
		notBase64: '*** not base64 ***',
		empty: '',
	};
	const value = spoilt[mutation];
	return {
		bytes: mutation === 'body' ? Buffer.concat([body, Buffer.from(' ')]) : body,
		headers: value === undefined ? unsigned : { ...unsigned, [SIGNATURE_HEADER]: value },
	};
}
