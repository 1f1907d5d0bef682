import { createHmac } from 'node:crypto';

import type { Proof, Prover } from '../../shared/webhooks/mutation';

/** https://docs.callbell.eu/api/reference/webhooks/signatures */
const SIGNATURE_HEADER = 'X-Callbell-Signature';
const OTHER_SECRET = 'whsec_somebody_else';

/** Nothing is signed without a secret. @param age seconds by which the signature is older than now */
export function proverWith(secret: string, age = 0): Prover {
	const signature = (bytes: Buffer, key: string): Proof => {
		if (secret === '') return {};
		const time = Math.floor(Date.now() / 1000) - age;
		return {
			[SIGNATURE_HEADER]: `t=${time},v1=${createHmac('sha256', key).update(`${time}.`).update(bytes).digest('hex')}`,
		};
	};
	return { prove: (bytes) => signature(bytes, secret), forge: (bytes) => signature(bytes, OTHER_SECRET) };
}
