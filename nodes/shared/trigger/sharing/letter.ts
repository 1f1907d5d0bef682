import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'crypto';
import { parseJson } from '../../json';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Something that only who has the key can read, e.g. the webhook of another system with its secrets. */
export function close(key: string, value: unknown): string | undefined {
	if (value === undefined) return undefined;
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(CIPHER, cipherKey(key), nonce);
	const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
}

/** Undefined for what is none, or was closed with another key. */
export function open(key: string, letter: unknown): unknown {
	if (typeof letter !== 'string') return undefined;
	const bytes = Buffer.from(letter, 'base64url');
	try {
		const decipher = createDecipheriv(CIPHER, cipherKey(key), bytes.subarray(0, NONCE_BYTES));
		decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
		const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
		return parseJson(text.toString('utf8'));
	} catch {
		return undefined;
	}
}

function cipherKey(key: string): Buffer {
	return createHash('sha256').update(`letter\n${key}`).digest();
}
