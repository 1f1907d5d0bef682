import { CachedSecrets } from '../../../../nodes/shared/trigger/secrets/cachedSecret';

let secret: string;
let reads: number;
let secrets: CachedSecrets<string>;
beforeEach(() => {
	secret = 'old';
	reads = 0;
	secrets = new CachedSecrets();
});

const read = async () => {
	reads++;
	if (secret === 'gone') throw new Error('No credential');
	return secret;
};
const accepts = async (sent: string, seconds: number, id: string | null = 'a') =>
	(await secrets.accepting(id, read, (known) => known === sent, seconds * 1000)) !== undefined;

describe('the secret of a credential', () => {
	it('is read once for many calls', async () => {
		expect(await Promise.all(Array.from({ length: 50 }, async () => await accepts('old', 0)))).not.toContain(false);
		expect(await accepts('old', 59)).toBe(true);
		expect(reads).toBe(1);
		await accepts('old', 61);
		expect(reads).toBe(2);
	});

	it('is read again for a call that it refuses, but not for each of many', async () => {
		await accepts('old', 0);
		secret = 'new';
		expect(await accepts('new', 4)).toBe(false);
		expect(await accepts('new', 6)).toBe(true);
		expect(await accepts('old', 7)).toBe(false);
		for (let call = 0; call < 100; call++) await accepts('forged', 8);
		expect(reads).toBe(2);
	});

	it('holds for a minute after it was exchanged, and no longer', async () => {
		await accepts('old', 0);
		secret = 'new';
		expect(await accepts('old', 59)).toBe(true);
		expect(await accepts('old', 60)).toBe(false);
	});

	it('that cannot be read is asked for again with the next call', async () => {
		secret = 'gone';
		await expect(accepts('old', 0)).rejects.toThrow('No credential');
		secret = 'old';
		expect(await accepts('old', 0)).toBe(true);
	});

	it('is kept by credential, and not at all without an ID', async () => {
		await accepts('old', 0);
		secret = 'other';
		expect(await accepts('other', 0, 'b')).toBe(true);
		expect(await accepts('other', 0, null)).toBe(true);
		expect(await accepts('old', 0, null)).toBe(false);
		expect(reads).toBe(4);
	});

	it('is kept for a bounded number of credentials', async () => {
		for (let id = 0; id <= 1_000; id++) await accepts('old', 0, String(id));
		await accepts('old', 0, '1000');
		expect(reads).toBe(1_001);
		await accepts('old', 0, '0');
		expect(reads).toBe(1_002);
	});
});
