import { LILLE, PARIS, useSandbox } from './useSandbox';

const { partoo } = useSandbox();

interface BusinessPage {
	page: number;
	max_page: number;
	count: number;
	businesses: Array<{ id: string; name: string }>;
}

describe('who am I', () => {
	test('each key belongs to a user with a role', async () => {
		expect((await partoo('GET', '/user/me')).body).toMatchObject({
			id: '62d80fae74e8b11d700302b8',
			first_name: 'Jane',
			org_id: 42,
			role: 'ORG_ADMIN',
		});
		expect((await partoo('GET', '/user/me', undefined, { key: 'partoo-manager-key' })).body).toMatchObject({
			role: 'BUSINESS_MANAGER',
		});
	});

	test.each([null, 'wrong-key'])('the key %s is turned away in words of Partoo', async (key) => {
		const answer = await partoo('GET', '/user/me', undefined, { key });
		expect(answer).toMatchObject({ status: 401, body: { errors: { authentication: 'User not authenticated' } } });
	});
});

describe('businesses', () => {
	test('come thirty to a page, and the last page is known', async () => {
		const first = (await partoo<BusinessPage>('GET', '/business/search')).body;
		const second = (await partoo<BusinessPage>('GET', '/business/search?page=2')).body;
		expect([first.businesses.length, second.businesses.length]).toEqual([30, 10]);
		expect(first).toMatchObject({ page: 1, max_page: 2, count: 40 });
		expect(new Set([...first.businesses, ...second.businesses].map(({ id }) => id)).size).toBe(40);
	});

	test('are found by a part of name or city, and by messaging', async () => {
		const paris = (await partoo<BusinessPage>('GET', '/business/search?query=pari')).body;
		expect(paris.businesses).toMatchObject([{ id: PARIS, name: 'Corner Shop Paris' }]);
		const messaging = (await partoo<BusinessPage>('GET', '/business/search?features__in=messages&per_page=100')).body;
		expect(messaging.count).toBe(39);
		expect(messaging.businesses.map(({ id }) => id)).not.toContain(LILLE);
	});

	test('can be read one by one', async () => {
		expect((await partoo('GET', `/business/${PARIS}`)).body).toMatchObject({ id: PARIS, city: 'Paris' });
		expect((await partoo('GET', '/business/5409c35a97bbc544d8e20000')).status).toBe(404);
	});

	test('of a reseller need the organisation to be named, and only its own', async () => {
		const key = 'partoo-provider-key';
		expect((await partoo('GET', '/business/search', undefined, { key })).status).toBe(400);
		expect((await partoo('GET', '/business/search?org_id=42', undefined, { key })).status).toBe(200);
		expect((await partoo('GET', '/business/search?org_id=43')).status).toBe(403);
	});
});

describe('users', () => {
	test('are found by name, and those who left can be told apart', async () => {
		expect((await partoo('GET', '/user/search?query=martin')).body).toMatchObject({
			count: 1,
			users: [{ id: '62d80fae74e8b11d700302b9' }],
		});
		expect((await partoo('GET', '/user/search')).body).toMatchObject({ count: 3 });
		expect((await partoo('GET', '/user/search?disabled=True')).body).toMatchObject({
			count: 1,
			users: [{ disabled: true }],
		});
	});
});
