import { createHmac } from 'node:crypto';

import type { Proof, Prover } from '../../shared/webhooks/mutation';

/** Hexadecimal HMAC-SHA256 of the body. https://docs.360dialog.com/partner/onboarding/webhook-events-and-setup/signature-validation */
const SIGNATURE_HEADER = 'X-360Dialog-Signature';
const OTHER_SECRET = 'the secret of somebody else';

/** The headers that were registered with the URL, and the signature where there is a platform secret. */
export function proverWith(registered: Proof, platformSecret: string): Prover {
	const signature = (bytes: Buffer, secret: string): Proof =>
		platformSecret === '' ? {} : { [SIGNATURE_HEADER]: createHmac('sha256', secret).update(bytes).digest('hex') };
	const others = Object.fromEntries(Object.keys(registered).map((name) => [name, OTHER_SECRET]));
	return {
		prove: (bytes) => ({ ...registered, ...signature(bytes, platformSecret) }),
		forge: (bytes) => ({ ...others, ...signature(bytes, OTHER_SECRET) }),
	};
}
