import { byId, FACEBOOK, numbered, PartooBench } from '../partoo';
import { partooAt } from '../../shared/partooAt';
import { json, startServer } from '../../shared/startServer';

let bench: PartooBench;
let big: number;
beforeAll(async () => {
	bench = await PartooBench.start();
	[big] = (await bench.sandbox.createConversations({ messages: 100_000 })) as [number];
});
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => {
	await bench.sandbox.clearRequests();
	await bench.sandbox.clearFaults();
});

describe('Message > Get Many', () => {
	it('reads exactly three pages for a limit of 250 over 100 000 messages, for each input item', async () => {
		const { items } = await bench.run(
			'message.getAll',
			{ conversationId: byId(big), limit: 250, simplify: false },
			{ items: numbered(3) },
		);
		expect(items).toHaveLength(750);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2].flatMap((item) => Array<object>(250).fill({ item })),
		);
		const requests = await bench.sandbox.requests({ path: '/messages' });
		expect(requests).toHaveLength(9);
		expect(requests.every(({ query }) => query.per_page === 100)).toBe(true);
		const ids = items.slice(0, 250).map(({ json }) => json.id);
		expect(new Set(ids).size).toBe(250);
	});

	it('asks for no more than the limit', async () => {
		const { items } = await bench.run('message.getAll', { conversationId: byId(big), limit: 7 });
		expect(items).toHaveLength(7);
		expect((await bench.sandbox.requests())[0]?.query).toEqual({ conversation_id: big, per_page: 7 });
	});

	it('returns all', async () => {
		const [id] = await bench.sandbox.createConversations({ messages: 230 });
		const { items } = await bench.run('message.getAll', { conversationId: byId(id), returnAll: true });
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(230);
	});

	it('is simplified to ten fields, or as Partoo sent it', async () => {
		const simplified = await bench.run('message.getAll', { conversationId: byId(FACEBOOK), limit: 1 });
		expect(Object.keys(simplified.items[0]!.json)).toHaveLength(10);
		const raw = await bench.run('message.getAll', { conversationId: byId(FACEBOOK), limit: 1, simplify: false });
		expect(raw.items[0]?.json).toHaveProperty('custom_channel');
	});

	it('ends with what was read, and says so, when the same page comes again', async () => {
		const page = { messages: [{ id: 1 }], count: 9, next_cursor: 'again' };
		await bench.sandbox.faults([
			{ method: 'GET', path: '^/messages$', times: null, effect: 'status', status: 200, body: page },
		]);
		const { items, logs } = await bench.run('message.getAll', { conversationId: byId(FACEBOOK), returnAll: true });
		expect(items.map(({ json }) => json.id)).toEqual([1, 1]);
		expect(items.map(({ json }) => json.warning)).toEqual([
			undefined,
			expect.stringContaining('The list does not end'),
		]);
		expect(logs).toContainEqual(
			expect.objectContaining({ source: 'node', level: 'warn', message: expect.stringContaining('"again"') }),
		);
		expect((await bench.sandbox.requests()).length).toBe(2);
	});

	it('ends where page after page is empty', async () => {
		let page = 0;
		const server = await startServer((_, response) => json(response, { messages: [], next_cursor: `c${++page}` }));
		const { error } = await partooAt(server.url, { resource: 'message', operation: 'getAll', returnAll: true });
		expect(error?.message).toBe('The list does not end: 100 pages without an entry came one after another [item 0]');
		await server.close();
	});

	it('does not take a web page for an empty list', async () => {
		await bench.sandbox.faults([
			{
				method: 'GET',
				path: '^/messages$',
				effect: 'status',
				status: 200,
				body: '<html><title>Login</title></html>',
				headers: { 'content-type': 'text/html' },
			},
		]);
		const { error } = await bench.run('message.getAll', { conversationId: byId(FACEBOOK) });
		expect(error?.message).toBe(
			'Partoo answered HTTP 200 without the list "messages": the answer is a web page titled "Login" [item 0]',
		);
	});
});

describe('Conversation > Get Many', () => {
	const ids = (run: Awaited<ReturnType<PartooBench['run']>>) => run.items.map(({ json }) => json.id);

	it('is simplified', async () => {
		const { items } = await bench.run('conversation.getAll', { limit: 1 });
		expect(items[0]?.json).toEqual({
			id: expect.any(Number),
			status: expect.any(String),
			messaging_partner: expect.any(String),
			consumer_name: expect.any(String),
			consumer_phone_number: null,
			is_read: expect.any(Boolean),
			business_id: expect.any(String),
			business_name: expect.any(String),
			assigned_user_id: null,
			created_at: expect.any(String),
		});
	});

	it('filters by business at Partoo', async () => {
		const { items } = await bench.run('conversation.getAll', {
			returnAll: true,
			filters: { businessId: byId('5409c35a97bbc544d8e26738') },
		});
		expect(items.length).toBeGreaterThan(0);
		expect(new Set(items.map(({ json }) => json.business_id))).toEqual(new Set(['5409c35a97bbc544d8e26738']));
		expect((await bench.sandbox.requests())[0]?.query.business__in).toBe('5409c35a97bbc544d8e26738');
	});

	it.each([
		['status', { status: 'Closed' }, (json: Record<string, unknown>) => json.status === 'Closed'],
		[
			'channel',
			{ messagingPartner: 'Whatsapp' },
			(json: Record<string, unknown>) => json.messaging_partner === 'Whatsapp',
		],
		[
			'channel, however it is written,',
			{ messagingPartner: '={{ "Whats-App" }}' },
			(json: Record<string, unknown>) => json.messaging_partner === 'Whatsapp',
		],
		['unread', { readStatus: 'unread' }, (json: Record<string, unknown>) => json.is_read === false],
		[
			'assignee',
			{ assignedUserId: byId('62d80fae74e8b11d700302b9') },
			(json: Record<string, unknown>) => json.assigned_user_id === '62d80fae74e8b11d700302b9',
		],
		['nobody assigned', { unassigned: true }, (json: Record<string, unknown>) => json.assigned_user_id === null],
	])('filters by %s here', async (_, filters, accept) => {
		const all = await bench.run('conversation.getAll', { returnAll: true });
		const filtered = await bench.run('conversation.getAll', { returnAll: true, filters });
		expect(ids(filtered)).toEqual(all.items.filter(({ json }) => accept(json)).map(({ json }) => json.id));
		expect(filtered.items.length).toBeGreaterThan(0);
		expect(filtered.items.length).toBeLessThan(all.items.length);
	});

	it('reads no page more than a filtered limit needs', async () => {
		await bench.sandbox.createConversations({ messagingPartner: 'Google', count: 350 });
		await bench.sandbox.clearRequests();
		const { items } = await bench.run('conversation.getAll', { limit: 30, filters: { messagingPartner: 'Google' } });
		expect(items).toHaveLength(30);
		expect(await bench.sandbox.requests()).toHaveLength(1);
	});
});

describe('Business > Get Many', () => {
	it('has those with messaging first, each once', async () => {
		const { items } = await bench.run('business.getAll', { returnAll: true });
		const messaging = items.map(({ json }) => (json.features as string[]).includes('messages'));
		expect(messaging.indexOf(false)).toBe(messaging.filter(Boolean).length);
		expect(new Set(items.map(({ json }) => json.id)).size).toBe(items.length);
		expect(items.length).toBeGreaterThanOrEqual(40);
	});

	it('searches at Partoo', async () => {
		const { items } = await bench.run('business.getAll', { search: 'Lyon' });
		expect(items.map(({ json }) => json.name)).toContain('Corner Shop Lyon');
		expect(items.length).toBeLessThan(40);
	});

	it('reads one page when the limit is on it', async () => {
		await bench.run('business.getAll', { limit: 1, simplify: false });
		expect(await bench.sandbox.requests()).toHaveLength(1);
	});

	it('acts for the organization of the credential', async () => {
		const provider = { apiKey: 'partoo-provider-key', organizationId: '42' };
		const { items } = await bench.run('business.getAll', { limit: 1 }, provider);
		expect(items).toHaveLength(1);
		expect((await bench.sandbox.requests())[0]?.query.org_id).toBe(42);
	});
});
