import { createPublicKey } from 'crypto';
import type { KeyObject } from 'crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';

/**
 * Partoo's keys, without the PEM lines (https://developers.partoo.co/guides/api/resources/settings/webhooks/security).
 */
const PRODUCTION = 'MCowBQYDK2VwAyEA0G9ciHL6XZQXuWq6W4dFLvwNEPWgcdtQgEVlBIwZWBQ=';
const SANDBOX = 'MCowBQYDK2VwAyEALsyvX2yVnG3ZKRIFfEvYk2nkzanoNgAqBSqdeNub4sM=';

const FIELD = "'Webhook Public Key' of the credential";
const NEXT_STEP =
	"Paste the public key with which this environment signs its webhooks into 'Webhook Public Key', from -----BEGIN PUBLIC KEY----- to -----END PUBLIC KEY-----, or switch 'Verify Signature' off under Options.";

/**
 * The key with which the credential's environment signs its calls. A PEM that lost its line breaks on the way into the
 * credential, or its first and last line, is read all the same.
 *
 * @throws Failure when a Custom environment has none, or one that is no Ed25519 public key
 */
export function webhookKey({ environment, webhookPublicKey }: ICredentialDataDecryptedObject): KeyObject {
	if (environment !== 'custom') return parse(environment === 'sandbox' ? SANDBOX : PRODUCTION);
	const text = String(webhookPublicKey ?? '').trim();
	if (text === '') throw badKey(`${FIELD} is empty: calls of a Custom environment could not be verified`);
	try {
		const key = parse(text.replace(/-----(BEGIN|END) PUBLIC KEY-----|\\n|\s/g, ''));
		if (key.asymmetricKeyType === 'ed25519') return key;
	} catch {
		// Said below, in words that a person can act on.
	}
	throw badKey(`${FIELD} is no Ed25519 public key`);
}

function parse(base64: string): KeyObject {
	return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}

function badKey(message: string): Failure {
	return new Failure({ message, nextStep: NEXT_STEP, code: 'WEBHOOK_PUBLIC_KEY' });
}
