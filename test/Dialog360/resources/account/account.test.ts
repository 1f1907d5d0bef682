import { byId, Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

describe('Account', () => {
	const body = async (method: string, path: string) => (await bench.sandbox.requests({ method, path }))[0]?.body;

	it.each([
		['getHealth', '/health_status', 'health_status'],
		['getProfile', '/whatsapp_business_profile', 'about'],
	])('%s answers what %s says', async (operation, path, field) => {
		const answers = {
			'/health_status': { health_status: {} },
			'/whatsapp_business_profile': { data: [{ about: 'Hi' }] },
		};
		await bench.fault([
			{ method: 'GET', path: `^${path}$`, effect: 'status', status: 200, body: answers[path as keyof typeof answers] },
		]);
		const { items } = await bench.run(`account.${operation}`, {});
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toHaveProperty(field);
	});

	it.each([
		[
			200,
			{ url: 'https://n8n.example.com/x', headers: { 'x-secret': 's3cret' } },
			{ url: 'https://n8n.example.com/x', headers: { 'x-secret': '***' } },
		],
		[404, { error: 'Not found' }, { url: null, headers: {} }],
	])('Get Webhook answers the address and hides secrets (HTTP %i)', async (status, answer, expected) => {
		await bench.fault([{ method: 'GET', path: '^/v1/configs/webhook$', effect: 'status', status, body: answer }]);
		const { items } = await bench.run('account.getWebhook', {});
		expect(items[0]?.json).toEqual(expected);
	});

	it('Get Webhook says what is wrong with the key', async () => {
		const { error } = await bench.run('account.getWebhook', {}, { apiKey: 'wrong' });
		expect(error?.message).toContain('HTTP 401');
	});

	it('Update Profile changes what was added and nothing else', async () => {
		const { status } = await bench.run('account.updateProfile', {
			profile: { about: 'Open', vertical: 'RETAIL', websites: ['https://example.com'] },
		});
		expect(status).toBe('success');
		expect(await body('POST', '/whatsapp_business_profile')).toEqual({
			messaging_product: 'whatsapp',
			about: 'Open',
			vertical: 'RETAIL',
			websites: ['https://example.com'],
		});
	});

	it.each([
		['of the list', { __rl: true, mode: 'list', value: 'EDU' }, 'EDU'],
		['that the list does not have', byId('={{ "PETS" }}'), 'PETS'],
		['of a workflow that was saved before the list could be searched', 'retail', 'RETAIL'],
	])('Update Profile takes an industry %s', async (_, vertical, code) => {
		await bench.run('account.updateProfile', { profile: { vertical } });
		expect(await body('POST', '/whatsapp_business_profile')).toEqual({
			messaging_product: 'whatsapp',
			vertical: code,
		});
	});

	it.each([
		[{}, "'Profile' is empty"],
		[{ vertical: byId('') }, "'Industry' is empty"],
		[{ about: 'x'.repeat(140) }, "'About' has 140 characters; at most 139"],
		[{ websites: ['https://https://example.com'] }, "'Websites' holds https:// twice"],
		[{ websites: 'https://example.com/a, b.example/c' }, '\'Websites\' lacks https:// in "b.example/c"'],
		[{ websites: ['a', 'b', 'c'] }, "'Websites' holds 3; a profile takes 2"],
		[{ websites: ['example.com/shop'] }, '\'Websites\' lacks https:// in "example.com/shop"'],
		[{ email: 'shop at example.com' }, '\'Email\' holds "shop at example.com", which is no email address'],
	])('Update Profile refuses %j', async (profile, reason) => {
		const { error } = await bench.run('account.updateProfile', { profile });
		expect(error?.message).toContain(reason);
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it.each([
		['https://example.com/shoes,size-42', ['https://example.com/shoes,size-42']],
		['https://a.example/x;y, https://b.example', ['https://a.example/x;y', 'https://b.example']],
		['https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
		['https://a.example\nhttps://b.example', ['https://a.example', 'https://b.example']],
	])('Update Profile cuts no website at its comma: %j', async (websites, expected) => {
		await bench.run('account.updateProfile', { profile: { websites: `={{ ${JSON.stringify(websites)} }}` } });
		expect(await body('POST', '/whatsapp_business_profile')).toMatchObject({ websites: expected });
	});

	it('Update Profile clears an email address', async () => {
		await bench.run('account.updateProfile', { profile: { email: '' } });
		expect((await bench.sandbox.requests())[0]?.body).toMatchObject({ email: '' });
	});

	it.each([
		['block', 'POST'],
		['unblock', 'DELETE'],
	])('%s takes several customers in any usual writing', async (operation, method) => {
		const { error } = await bench.run(`account.${operation}`, {
			users: '0151 12345678, +33 6 12 34 56 78, US.13491208655302741918',
			options: { defaultCountryCode: '49' },
		});
		expect(error?.message).toBeUndefined();
		expect(await body(method, '/block_users')).toEqual({
			messaging_product: 'whatsapp',
			block_users: [{ user: '+4915112345678' }, { user: '+33612345678' }, { user: 'US.13491208655302741918' }],
		});
	});

	it('Block takes a list, and wants somebody', async () => {
		await bench.run('account.block', { users: '={{ ["+33612345678", 4915112345678] }}' });
		expect(await body('POST', '/block_users')).toMatchObject({
			block_users: [{ user: '+33612345678' }, { user: '+4915112345678' }],
		});
		const { error } = await bench.run('account.block', { users: '={{ [] }}' });
		expect(error?.message).toBe("'Customers' is empty [item 0]");
	});

	it('Get Many Blocked goes on with the cursor and never follows an address at Meta', async () => {
		const page = { method: 'GET', path: '^/block_users$', effect: 'status', status: 200 } as const;
		await bench.fault([
			{
				...page,
				body: { data: [{ wa_id: '1' }], paging: { cursors: { after: 'abc' }, next: 'https://graph.facebook.com/x' } },
			},
			{ ...page, body: { data: [{ wa_id: '2' }], paging: { cursors: { after: 'def' } } } },
		]);
		const { items } = await bench.run('account.getAllBlocked', { returnAll: true });
		expect(items.map(({ json }) => json.wa_id)).toEqual(['1', '2']);
		expect((await bench.sandbox.requests()).map(({ query }) => query.after)).toEqual([undefined, 'abc']);
	});
});
