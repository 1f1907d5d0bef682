import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

import type { Proof, Prover } from '../../shared/webhooks/mutation';

/** Base64 of the Ed25519 signature over the raw body. https://developers.partoo.co/guides/api/resources/settings/webhooks/security */
const SIGNATURE_HEADER = 'X-Partoo-Signature-v1';

const signatureOf = (body: Buffer, key: KeyObject): Proof => ({
	[SIGNATURE_HEADER]: sign(null, body, key).toString('base64'),
});

export const signedHeaders = (body: Buffer, key: KeyObject): OutgoingHttpHeaders => ({
	'Content-Type': 'application/json',
	...signatureOf(body, key),
});

export const proverWith = (key: KeyObject): Prover => ({
	prove: (body) => signatureOf(body, key),
	forge: (body) => signatureOf(body, generateKeyPairSync('ed25519').privateKey),
});
