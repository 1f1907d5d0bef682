import { useSandbox } from './useSandbox';

const { partoo, control, requests } = useSandbox();

interface Webhook {
	id: number;
	url: string;
	event_type: string;
}

const URL_A = 'https://a.example/hook';
const items = (...pairs: Array<[eventType: string, url: string]>) => ({
	items: pairs.map(([event_type, url]) => ({ url, event_type })),
});

async function create(eventType = 'message_updated', url = URL_A): Promise<Webhook> {
	const { status, body } = await partoo<{ items: Webhook[] }>('POST', '/webhooks', items([eventType, url]));
	expect(status).toBe(200);
	return body.items[0] as Webhook;
}

test('a webhook that is created can be read, listed and deleted, once', async () => {
	const webhook = await create();
	expect(webhook).toEqual({
		id: expect.any(Number) as number,
		url: URL_A,
		event_type: 'message_updated',
		org_id: 42,
		created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string,
		updated_at: expect.any(String) as string,
	});
	expect((await partoo('GET', `/webhooks/${webhook.id}`)).body).toEqual(webhook);
	expect((await partoo('GET', '/webhooks')).body).toEqual({ page: 1, max_page: 1, count: 1, items: [webhook] });
	expect(await partoo('DELETE', `/webhooks/${webhook.id}`)).toMatchObject({ status: 200, body: { status: 'success' } });
	for (const method of ['DELETE', 'GET']) expect((await partoo(method, `/webhooks/${webhook.id}`)).status).toBe(404);
	expect((await partoo('GET', '/webhooks')).body).toMatchObject({ count: 0, items: [] });
	expect((await requests()).map(({ method }) => method)).toContain('DELETE');
});

test('several webhooks are created at once and listed in pages', async () => {
	const wanted = items(
		['message_updated', URL_A],
		['message_created', URL_A],
		['review_created', 'https://b.example/x'],
	);
	expect((await partoo<{ items: Webhook[] }>('POST', '/webhooks', wanted)).body.items).toHaveLength(3);
	const second = await partoo('GET', '/webhooks?page=2&per_page=2');
	expect(second.body).toMatchObject({ page: 2, max_page: 2, count: 3, items: [{ event_type: 'review_created' }] });
});

test('a second URL for the same event is refused with the one that is there, and nothing of the request is kept', async () => {
	await create();
	const wanted = items(['message_created', URL_A], ['message_updated', 'https://b.example/hook']);
	const answer = await partoo<{ error: { json: string } }>('POST', '/webhooks', wanted);
	expect(answer.status).toBe(409);
	expect(answer.body.error.json).toMatch(/different URLs: message_updated already goes to https:\/\/a\.example\/hook$/);
	expect((await partoo('GET', '/webhooks')).body).toMatchObject({ count: 1 });
});

test('two URLs for one event in the same request are refused as well', async () => {
	expect(
		(await partoo('POST', '/webhooks', items(['lead_received', URL_A], ['lead_received', 'https://b.example/'])))
			.status,
	).toBe(409);
});

test('the same URL for the same event once more is the webhook that is there', async () => {
	expect(await create()).toEqual(await create());
});

test('another organisation has a URL of its own, which nobody else sees', async () => {
	const { body } = await control<Webhook>('POST', '/partoo/webhooks', {
		url: 'https://other.example/',
		eventType: 'message_updated',
		orgId: 43,
	});
	const mine = await create();
	expect((await partoo('GET', '/webhooks')).body).toMatchObject({ items: [mine] });
	for (const method of ['GET', 'DELETE']) expect((await partoo(method, `/webhooks/${body.id}`)).status).toBe(404);
});

test.each([
	[items(['message_updated', 'http://a.example/hook']), 'items.0.url', 'Only HTTPS URLs are supported.'],
	[items(['message_updated', 'ftp://localhost/hook']), 'items.0.url', 'Only HTTPS URLs are supported.'],
	[items(['message_updated', 'hook']), 'items.0.url', 'It must match format "uri".'],
	[
		items(['message_updated', URL_A], ['message_deleted', URL_A]),
		'items.1.event_type',
		expect.stringContaining('message_updated') as string,
	],
	[{ items: [{ url: URL_A, event_type: 'message_updated', secret: 'x' }] }, 'items.0.secret', 'Unknown field.'],
	[{ items: [{ url: URL_A }] }, 'items.0.event_type', 'Missing data for required field.'],
	[{ url: URL_A, event_type: 'message_updated' }, 'items', 'Missing data for required field.'],
])('%j is refused and the answer names the field', async (body, field, sentence) => {
	const answer = await partoo<{ error: { json: Record<string, string[]> } }>('POST', '/webhooks', body);
	expect(answer.status).toBe(400);
	expect(answer.body.error.json[field]).toEqual([sentence]);
	expect((await partoo('GET', '/webhooks')).body).toMatchObject({ count: 0 });
});

test.each(['http://127.0.0.1:5678/webhook/x', 'http://localhost:5678/webhook/x', 'http://[::1]:5678/x'])(
	'%s needs no HTTPS',
	async (url) => {
		expect((await create('message_updated', url)).url).toBe(url);
	},
);

test('an event that Partoo adds can be subscribed to once it is there', async () => {
	const wanted = items(['conversation_created', URL_A]);
	expect((await partoo('POST', '/webhooks', wanted)).status).toBe(400);
	await control('POST', '/settings', { partoo: { addedEventTypes: ['conversation_created'] } });
	expect((await partoo('POST', '/webhooks', wanted)).status).toBe(200);
});

test.each(['GET /webhooks', 'POST /webhooks', 'POST /webhooks/tryout', 'DELETE /webhooks/1', 'GET /webhooks/1'])(
	'%s asks a reseller for an organisation and lets no manager in',
	async (call) => {
		const [method = '', path = ''] = call.split(' ');
		const body = method === 'POST' ? items(['message_updated', 'http://127.0.0.1:9/']) : undefined;
		const answer = await partoo<{ error: { json: object } }>(method, path, body, { key: 'partoo-provider-key' });
		expect(answer).toMatchObject({ status: 400, body: { error: { json: { org_id: [expect.any(String)] } } } });
		expect([200, 404]).toContain(
			(await partoo(method, `${path}?org_id=42`, body, { key: 'partoo-provider-key' })).status,
		);
		for (const key of ['partoo-provider-key', 'partoo-admin-key']) {
			expect((await partoo(method, `${path}?org_id=43`, body, { key })).status).toBe(403);
		}
		expect((await partoo(method, path, body, { key: 'partoo-manager-key' })).status).toBe(403);
		expect((await partoo(method, path, body, { key: null })).status).toBe(401);
	},
);

test('an id never comes back as somebody else’s', async () => {
	const { id } = await create();
	await control('POST', '/reset');
	expect((await create()).id).toBeGreaterThan(id);
});

test('a foreign party can be there first, and everybody can be sent away', async () => {
	await control('POST', '/partoo/webhooks', { url: 'http://crm.example/in', eventType: 'message_updated' });
	expect((await partoo('POST', '/webhooks', items(['message_updated', URL_A]))).status).toBe(409);
	expect((await control('POST', '/partoo/webhooks', { url: URL_A, eventType: 'message_updated' })).status).toBe(409);
	expect((await control('GET', '/partoo/webhooks')).body).toMatchObject({
		webhooks: [{ url: 'http://crm.example/in' }],
	});
	expect((await control('DELETE', '/partoo/webhooks')).body).toEqual({ webhooks: [] });
	await create();
});
