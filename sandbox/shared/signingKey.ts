import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The private Ed25519 key of this sandbox: its own for as long as it runs, or the same at every start.
 *
 * @param file a PEM (PKCS #8); written at the first start.
 * @throws when the file holds another kind of key.
 */
export function signingKey(file?: string): KeyObject {
	if (file === undefined) return generateKeyPairSync('ed25519').privateKey;
	if (!existsSync(file)) {
		const { privateKey } = generateKeyPairSync('ed25519');
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
	}
	const key = createPrivateKey(readFileSync(file));
	if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`);
	return key;
}

/** The half that a receiver needs, as PEM. */
export const publicHalf = (key: KeyObject): string =>
	createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
