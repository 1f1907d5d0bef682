import { createHmac } from 'crypto';
import type { FunctionsBase } from 'n8n-workflow';

/** What is proved with a key; a proof of one is none of another. */
type Purpose = 'list' | 'call' | 'here' | 'secret';

/**
 * What the triggers of one account in this n8n have in common without a word between them. It is derived from the API
 * key, which cannot be read out of it, and from the ID of this n8n, so that one n8n does not take lists of another.
 */
export function shareKey(context: Pick<FunctionsBase, 'getInstanceId'>, apiKey: unknown): string {
	return createHmac('sha256', String(apiKey))
		.update(`triggers that share a webhook\n${context.getInstanceId()}`)
		.digest('base64url');
}

/** Shows that whoever said something of a trigger has the key. */
export function proofOf(key: string, purpose: Purpose, address: string, said: Buffer | string = ''): string {
	return createHmac('sha256', key)
		.update(`${purpose}\n${endOf(address)}\n`)
		.update(said)
		.digest('base64url');
}

/**
 * The secret by which a trigger knows calls, when another one registered its URL: that one cannot know the secret that
 * the trigger drew itself.
 */
export function givenSecret(key: string, address: string): string {
	return proofOf(key, 'secret', address);
}

/** The end of an address, which is the trigger's alone wherever n8n is, and the same for a test. */
function endOf(address: string): string {
	return address.split('/').slice(-2).join('/');
}
