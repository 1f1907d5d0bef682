import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSandbox } from '../../sandbox/server';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The public key that a sandbox tells, and the same after a reset. */
async function publicKeyOf(webhookKeyFile?: string): Promise<string> {
	const { url, close } = await startSandbox({ port: 0, webhookKeyFile });
	const ask = async () =>
		((await (await fetch(`${url}/control/partoo/webhook-key`)).json()) as { publicKey: string }).publicKey;
	const key = await ask();
	await fetch(`${url}/control/reset`, { method: 'POST' });
	expect(await ask()).toBe(key);
	await close();
	return key;
}

test('each sandbox has a key of its own, which a reset does not change', async () => {
	const [one, other] = [await publicKeyOf(), await publicKeyOf()];
	expect(createPublicKey(one).asymmetricKeyType).toBe('ed25519');
	expect(one).not.toBe(other);
});

test('a key in a file is the same after each start, and nobody else can read it', async () => {
	const file = join(folder, 'deep', 'webhook.pem');
	expect(await publicKeyOf(file)).toBe(await publicKeyOf(file));
	expect(statSync(file).mode & 0o077).toBe(0);
});

test('a file with another kind of key is said at once', async () => {
	const file = join(folder, 'rsa.pem');
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
	await expect(startSandbox({ port: 0, webhookKeyFile: file })).rejects.toThrow(`${file} holds no Ed25519 key`);
});
