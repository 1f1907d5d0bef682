import { verify } from 'crypto';
import type { KeyObject } from 'crypto';

/**
 * https://developers.partoo.co/guides/api/resources/settings/webhooks/security; Node hands header names out in lower
 * case.
 */
const SIGNATURE_HEADER = 'x-partoo-signature-v1';

/**
 * 64 bytes in base64 have 88 characters, and the last one before the padding holds four bits that must be zero. Node
 * reads base64 leniently, so without this many other texts would pass for a signature too. A doubled header, which Node
 * joins with a comma, does not fit either.
 */
const SIGNATURE = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

/** The signature in the headers of a call; undefined when there is none, several, or something else. */
export function signatureIn(headers: Record<string, string | string[] | undefined>): Buffer | undefined {
	const value = headers[SIGNATURE_HEADER];
	return typeof value === 'string' && SIGNATURE.test(value) ? Buffer.from(value, 'base64') : undefined;
}

/**
 * Whether Partoo signed these bytes: Ed25519 over the body as it came. Nothing else is part of what is signed, no time
 * and no URL, so that a call which somebody recorded can be sent again; see the memory of seen states.
 */
export function isSigned(raw: Buffer, signature: Buffer, key: KeyObject): boolean {
	return verify(null, raw, key, signature);
}
