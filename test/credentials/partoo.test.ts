import { PartooApi } from '../../credentials/PartooApi.credentials';
import { partooBaseUrl } from '../../nodes/Partoo/provider/environment';
import { runCredentialTest } from '../engine';
import { FACEBOOK, PartooBench } from '../Partoo/partoo';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('the credential', () => {
	it('turns green with a good key', async () => {
		expect(await runCredentialTest(new PartooApi(), bench.credential())).toMatchObject({ status: 'OK' });
		expect((await bench.sandbox.requests())[0]).toMatchObject({ method: 'GET', path: '/user/me', status: 200 });
	});

	it('turns red with a sentence that helps when the key is wrong', async () => {
		const result = await runCredentialTest(new PartooApi(), bench.credential({ apiKey: 'wrong' }));
		expect(result.status).toBe('Error');
		expect(result.message).toContain('Partoo does not know this API key');
		expect(result.message).not.toContain('wrong');
	});

	it('says that a known key is not let in', async () => {
		await bench.sandbox.faults([{ path: '^/user/me$', effect: 'status', status: 403, body: {} }]);
		const result = await runCredentialTest(new PartooApi(), bench.credential());
		expect(result.message).toContain('IP list');
	});

	it.each([
		['partoo.example.com/v2', 'has no http:// or https:// in front'],
		['https://partoo.example.com/v2#', 'holds a ? or a #'],
		['http://partoo.example.com:99999', 'is no valid address'],
		['', 'is empty'],
	])('turns red with what is wrong with the base URL "%s"', async (baseUrl, words) => {
		const result = await runCredentialTest(new PartooApi(), bench.credential({ baseUrl }));
		expect(result.status).toBe('Error');
		expect(result.message).toContain(`'Base URL' in the credential ${words}`);
	});

	it.each([
		['production', 'https://api.partoo.co/v2'],
		['sandbox', 'https://api.sandbox.partoo.co/v2'],
		['custom', 'https://partoo.example.com/v2'],
	])('points %s at %s', (environment, url) => {
		expect(partooBaseUrl({ environment, baseUrl: ' https://partoo.example.com/v2/ ' })).toBe(url);
	});

	it('reaches a custom address with a slash at its end', async () => {
		const run = await bench.run(
			'conversation.get',
			{ conversationId: FACEBOOK as never },
			{ baseUrl: `${bench.sandbox.partooUrl}/` },
		);
		expect(run.status).toBe('success');
	});
});

describe('pickers', () => {
	it('find a conversation by name, phone number, channel or ID', async () => {
		for (const filter of ['silva', 'whatsapp', '#1004']) {
			const { results } = await bench.search('searchConversations', { filter });
			expect(results.map(({ value }) => value)).toContain('1004');
		}
		const { results } = await bench.search('searchConversations', { filter: 'Ana Silva' });
		expect(results[0]?.name).toMatch(/^Ana Silva – WhatsApp, Corner Shop \w+, #1004$/);
	});

	it('say which conversations take no message, and show them last', async () => {
		const { results } = await bench.search('searchConversations', { filter: '' });
		const shut = results.map(({ name }) => /, (expired|closed|has issues)$/.exec(name)?.[1]);
		expect(new Set(shut.filter(Boolean))).toEqual(new Set(['expired', 'closed', 'has issues']));
		expect(shut.lastIndexOf(undefined)).toBeLessThan(shut.findIndex(Boolean));
	});

	it('read on for a conversation that is not on the first page', async () => {
		await bench.sandbox.createConversations({ count: 150 });
		const found: unknown[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await bench.search('searchConversations', { filter: 'John Doe', paginationToken });
			found.push(...page.results.map(({ value }) => value));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken);
		expect(found).toContain(FACEBOOK);
		expect(new Set(found).size).toBe(found.length);
	});

	it('show businesses with messaging before the others, each once', async () => {
		const names: string[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await bench.search('searchBusinesses', { paginationToken });
			names.push(...page.results.map(({ name }) => name));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken);
		expect(names[0]).toMatch(/^Corner Shop/);
		expect(names.findIndex((name) => name.startsWith('Corner Shop Lille'))).toBeGreaterThan(1);
		expect(new Set(names).size).toBe(names.length);
	});

	it('search businesses at Partoo', async () => {
		const { results } = await bench.search('searchBusinesses', { filter: 'Lyon' });
		expect(results.map(({ value }) => value)).toContain('5409c35a97bbc544d8e26738');
		expect((await bench.sandbox.requests())[0]?.query.query).toBe('Lyon');
	});

	it('offer active colleagues only', async () => {
		const { results } = await bench.search('searchUsers');
		expect(results.map(({ value }) => value)).toEqual(
			expect.arrayContaining(['62d80fae74e8b11d700302b8', '62d80fae74e8b11d700302b9']),
		);
		expect(results).toHaveLength(2);
	});

	it('act for the organization of the credential', async () => {
		const provider = { apiKey: 'partoo-provider-key', organizationId: '42' };
		expect((await bench.search('searchUsers', {}, provider)).results).toHaveLength(2);
		expect((await bench.search('searchBusinesses', {}, provider)).results.length).toBeGreaterThan(0);
	});

	it('say what is wrong with the key', async () => {
		await expect(bench.search('searchUsers', {}, { apiKey: 'wrong' })).rejects.toThrow(
			'Partoo refused the request (HTTP 401): authentication: User not authenticated',
		);
	});
});
