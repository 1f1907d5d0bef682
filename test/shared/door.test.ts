import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeParameters } from 'n8n-workflow';
import { ADMIN_KEY, byId, FACEBOOK, newAccount, numbered, PartooBench } from '../Partoo/partoo';

/** The door, seen through Partoo's node: what arrives at the server, and what a user is told. */
let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

let runs = 0;
/** A text that no other test sends. */
const parameters = (extra = {}) => ({
	conversationId: byId(FACEBOOK),
	text: `=Run ${++runs} item {{ $json.n }}`,
	...extra,
});
const posts = async () => await bench.sandbox.requests({ method: 'POST', path: '/messages' });
const fail = async (effect: 'reset' | 'lostAnswer' | 'hang' | 'throttle' | 'status', more = {}) =>
	await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect, ...more }]);
/** Runs with an account of its own, unless the test is about sharing one. */
const run = async (operation: string, params: INodeParameters, extras: Parameters<PartooBench['run']>[2] = {}) =>
	await bench.run(operation, params, { ...newAccount(), ...extras });

describe('requests in flight', () => {
	it('are five at most for Partoo, or as many as the user wants', async () => {
		await bench.sandbox.settings({ latencyMs: 30 });
		await run('message.send', parameters(), { items: numbered(40) });
		expect((await bench.sandbox.stats()).peakInFlight).toBe(5);
		await bench.sandbox.clearStats();
		await run('message.send', parameters({ requestOptions: { maxParallelRequests: 12 } }), { items: numbered(40) });
		expect((await bench.sandbox.stats()).peakInFlight).toBe(12);
	});

	it('are counted for the account, over all nodes and executions that use it', async () => {
		await bench.sandbox.settings({ latencyMs: 30 });
		await Promise.all(
			[1, 2, 3].map(async () => await run('message.send', parameters(), { items: numbered(15), apiKey: ADMIN_KEY })),
		);
		expect((await bench.sandbox.stats()).peakInFlight).toBe(5);
	});
});

describe("n8n's own Request Options", () => {
	it('send in batches when the user wants it', async () => {
		const batching = { batch: { batchSize: 2, batchInterval: 150 } };
		const { items } = await run('message.send', parameters({ requestOptions: { batching } }), { items: numbered(6) });
		expect(items).toHaveLength(6);
		const times = (await posts()).map(({ startedAt }) => startedAt);
		expect(times.at(-1)! - times[0]!).toBeGreaterThan(290);
	});

	it('send through a proxy', async () => {
		const asked: string[] = [];
		const proxy = createServer((request, response) => {
			asked.push(String(request.url));
			response.setHeader('content-type', 'application/json').end('{"status": "success", "message_id": 7}');
		}).listen(0, '127.0.0.1');
		await once(proxy, 'listening');
		const { port } = proxy.address() as AddressInfo;
		const requestOptions = { proxy: `http://127.0.0.1:${port}` };
		const { items } = await run('message.send', parameters({ requestOptions }), {
			baseUrl: 'http://partoo.invalid/v2',
		});
		proxy.close();
		expect(asked).toEqual(['http://partoo.invalid/v2/messages']);
		expect(items[0]?.json.messageId).toBe('7');
	});
});

describe('a server that answers 429', () => {
	it('with Retry-After costs exactly one more request, and nobody notices', async () => {
		await fail('throttle', { headers: { 'retry-after': '1' } });
		const started = Date.now();
		const { items } = await run('message.send', parameters());
		expect(items[0]?.json.status).toBe('sending');
		expect((await posts()).map(({ status }) => status)).toEqual([429, 200]);
		expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
	});

	it('makes all wait once, not each in turn', async () => {
		await fail('throttle', { times: 5, headers: { 'retry-after': '1' } });
		const started = Date.now();
		const { items } = await run('message.send', parameters(), { items: numbered(20) });
		expect(items).toHaveLength(20);
		expect(Date.now() - started).toBeLessThan(2_000);
		expect((await posts()).length).toBe(25);
		expect(items.every(({ json }) => json.rateLimitWait === 1)).toBe(true);
	});

	it('is told apart in the output from one that took the message at once', async () => {
		await bench.sandbox.settings({ throttle: { kind: 'window', limit: 10, windowMs: 1_500 } });
		const { items } = await run('message.send', parameters(), { items: numbered(14) });
		const waits = items.map(({ json }) => json.rateLimitWait as number | undefined);
		expect(waits.filter((seconds) => seconds === undefined)).toHaveLength(10);
		expect(waits.filter((seconds) => seconds !== undefined && seconds >= 1)).toHaveLength(4);
	});

	it('with a date is waited for until then', async () => {
		await fail('throttle', { headers: { 'retry-after': new Date(Date.now() + 2_000).toUTCString() } });
		const { status } = await run('message.send', parameters());
		expect(status).toBe('success');
		const [refused, taken] = await posts();
		expect(taken!.startedAt - refused!.startedAt).toBeGreaterThan(800);
	});

	it.each(['', '-5', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
		'with Retry-After "%s" is asked again soon',
		async (value) => {
			await fail('throttle', { headers: { 'retry-after': value } });
			const started = Date.now();
			const { status } = await run('message.send', parameters());
			expect(status).toBe('success');
			expect(Date.now() - started).toBeLessThan(1_000);
		},
	);

	it('loses and repeats nothing under a limit that nobody told', async () => {
		await bench.sandbox.settings({ throttle: { kind: 'bucket', capacity: 20, perSecond: 40 }, retryAfter: 'none' });
		const { items } = await run('message.send', parameters(), { items: numbered(100) });
		expect(items.filter(({ json }) => json.status === 'sending')).toHaveLength(100);
		expect(await bench.sandbox.stats()).toMatchObject({ accepted: 100, duplicates: 0 });
	});

	it('finds the pace of a slow account', async () => {
		await bench.sandbox.settings({ throttle: { kind: 'bucket', capacity: 5, perSecond: 5 }, retryAfter: 'none' });
		const { items } = await run('message.send', parameters(), { items: numbered(40) });
		expect(items).toHaveLength(40);
		const { refused } = await bench.sandbox.stats();
		expect(refused).toBeLessThan(25);
	});

	it('for longer than the user wants to wait fails the items with that sentence, all at once', async () => {
		await fail('throttle', { times: null, headers: { 'retry-after': '60' } });
		const started = Date.now();
		const { items, logs } = await run('message.send', parameters({ requestOptions: { maxWaitForRateLimit: 5 } }), {
			items: numbered(20),
			onError: 'continueRegularOutput',
		});
		expect(Date.now() - started).toBeLessThan(2_000);
		expect(items.map(({ json }) => json.error)).toEqual(
			numbered(20).map(
				({ json }) =>
					`The rate limit of Partoo holds for longer than 'Max Wait For Rate Limit' (5 s); nothing was sent for this item [item ${json.n}]`,
			),
		);
		expect(logs.map(({ message }) => message).join()).toContain('Partoo takes no more requests for now: all wait 60 s');
	});

	it('is not asked by the next run while it wants all to wait for longer than that run would', async () => {
		const account = newAccount();
		await fail('throttle', { headers: { 'retry-after': '3' } });
		const hasty = parameters({ requestOptions: { maxWaitForRateLimit: 1 } });
		await run('message.send', hasty, account);
		const { error } = await run('message.send', hasty, account);
		expect(error?.message).toContain("'Max Wait For Rate Limit' (1 s)");
		expect(await posts()).toHaveLength(1);
		expect((await run('message.send', parameters(), account)).status).toBe('success');
	});
});

describe('a connection that breaks', () => {
	it('is tried again for reads', async () => {
		await bench.sandbox.faults([{ method: 'GET', path: '^/messages$', effect: 'reset', times: 2 }]);
		const { status } = await run('message.getAll', { conversationId: byId(FACEBOOK) });
		expect(status).toBe('success');
		expect(await bench.sandbox.requests({ path: '/messages' })).toHaveLength(3);
	});

	it('is tried again for reads that were answered 5xx, and given up at last', async () => {
		await bench.sandbox.faults([{ method: 'GET', path: '^/messages$', effect: 'status', status: 503, times: null }]);
		const { error } = await run('message.getAll', { conversationId: byId(FACEBOOK) });
		expect(error?.message).toContain('HTTP 503');
		expect(await bench.sandbox.requests({ path: '/messages' })).toHaveLength(4);
	});

	it('is not tried again and again for each item while nobody answers', async () => {
		await bench.sandbox.faults([{ effect: 'status', status: 503, times: null }]);
		const started = Date.now();
		const { items } = await run(
			'conversation.get',
			{ conversationId: byId(FACEBOOK) },
			{ items: numbered(50), onError: 'continueRegularOutput' },
		);
		expect(items.every(({ json }) => String(json.error).includes('HTTP 503'))).toBe(true);
		expect(Date.now() - started).toBeLessThan(15_000);
		await bench.sandbox.clearFaults();
	});

	it('is tried again for an ingest, which has a key of its own', async () => {
		await bench.sandbox.faults([{ path: '^/custom-channels', effect: 'lostAnswer' }]);
		const { status } = await run('customChannel.ingest', {
			channelId: 'shop-chat',
			businessId: byId('5409c35a97bbc544d8e26737'),
			externalConversationId: 'c',
			externalMessageId: `m${++runs}`,
			content: 'Hi',
		});
		expect(status).toBe('success');
		expect((await bench.sandbox.stats()).duplicates).toBe(0);
	});

	it('is never tried again for a send', async () => {
		await fail('reset');
		await run('message.send', parameters());
		expect(await posts()).toHaveLength(1);
	});
});

describe('a lost answer', () => {
	it('is looked up: the message is found, and the item says so', async () => {
		await fail('lostAnswer');
		const { items, status } = await run('message.send', parameters());
		expect(status).toBe('success');
		expect(items[0]?.json).toMatchObject({
			wasFoundAfterLostAnswer: true,
			conversationId: FACEBOOK,
			messageId: expect.any(String),
		});
		expect(await posts()).toHaveLength(1);
	});

	it('is not taken for an equal message of an earlier run', async () => {
		const text = `Equal ${++runs}`;
		await run('message.send', { conversationId: byId(FACEBOOK), text });
		await new Promise((resolve) => setTimeout(resolve, 3_200));
		await fail('reset');
		const { error } = await run('message.send', { conversationId: byId(FACEBOOK), text });
		expect(error?.message).toContain('may have been sent');
	});

	it('is not taken for the equal message of another item', async () => {
		await bench.sandbox.settings({ latencyMs: 100 });
		await fail('reset', { times: 2 });
		const { items } = await run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: `Equal ${++runs}` },
			{ items: numbered(5), onError: 'continueRegularOutput' },
		);
		expect(items.filter(({ json }) => json.messageId)).toHaveLength(3);
		expect(items.filter(({ json }) => String(json.error).includes('may have been sent'))).toHaveLength(2);
		expect((await bench.sandbox.stats()).accepted).toBe(3);
	});

	it('gives each of two lost equal messages its own', async () => {
		await fail('lostAnswer', { times: 2 });
		const { items } = await run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: `Equal ${++runs}` },
			{ items: numbered(2) },
		);
		expect(new Set(items.map(({ json }) => json.messageId)).size).toBe(2);
	});

	it('is found beyond the first page', async () => {
		const [id] = (await bench.sandbox.createConversations({ messages: 500 })) as [number];
		await fail('lostAnswer');
		const { items } = await run('message.send', { conversationId: byId(id), text: `Deep ${++runs}` });
		expect(items[0]?.json.wasFoundAfterLostAnswer).toBe(true);
	});
});

describe('Retry On Fail', () => {
	const twice = { retryOnFail: true, maxTries: 2 };

	it('sends only what is missing', async () => {
		await fail('status', { status: 403, after: 3, body: { errors: { authorization: 'Not now' } } });
		const ended = await run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(8),
			...twice,
		});
		expect(ended.tries).toBe(2);
		expect(ended.status).toBe('success');
		expect(ended.items.map(({ json }) => json.status)).toEqual(Array(8).fill('sending'));
		expect(await bench.sandbox.stats()).toMatchObject({ accepted: 8, duplicates: 0 });
		expect(new Set(ended.items.map(({ json }) => json.messageId)).size).toBe(8);
	});

	it('sends the others and goes on failing while an item is in doubt', async () => {
		await fail('reset', { after: 2 });
		const ended = await run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(6),
			...twice,
		});
		expect(ended.error?.message).toContain('may have been sent [item 2]');
		expect(ended.error?.context?.outcomes).toEqual({
			done: [0, 1, 3, 4, 5],
			refused: [],
			inDoubt: [2],
			notStarted: [],
		});
		expect(await posts()).toHaveLength(6);
	});

	it('repeats only the wait when only the wait failed', async () => {
		const options = { waitForDelivery: true };
		await bench.sandbox.settings({ sendingMs: 200 });
		const ended = await run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: `Hi ${++runs} #fail`, options },
			twice,
		);
		expect(ended.error?.message).toContain('could not deliver');
		expect(ended.tries).toBe(2);
		expect(await posts()).toHaveLength(1);
	});

	it('does not run again under Continue On Fail when the first item is good', async () => {
		await fail('status', { status: 403, after: 1 });
		const ended = await run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(3),
			...twice,
			onError: 'continueRegularOutput',
		});
		expect(ended.tries).toBe(1);
		expect(ended.items.filter(({ json }) => json.error)).toHaveLength(1);
	});

	it('runs again under Continue On Fail when the first item is bad, and still sends nothing twice', async () => {
		await fail('status', { status: 403 });
		const ended = await run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(3),
			...twice,
			onError: 'continueRegularOutput',
		});
		expect(ended.tries).toBe(2);
		expect(ended.items.map(({ json }) => json.status)).toEqual(Array(3).fill('sending'));
		expect(await bench.sandbox.stats()).toMatchObject({ accepted: 3, duplicates: 0 });
	});
});

describe('Stop', () => {
	it('ends a wait for the rate limit at once and sends nothing more', async () => {
		await fail('throttle', { times: null, headers: { 'retry-after': '60' } });
		const started = Date.now();
		const { status } = await run('message.send', parameters(), { items: numbered(20), cancelAfterMs: 300 });
		expect(status).toBe('canceled');
		expect(Date.now() - started).toBeLessThan(1_500);
		const { length } = await posts();
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(await posts()).toHaveLength(length);
	});

	it('ends a wait for delivery', async () => {
		const started = Date.now();
		await run('message.send', parameters({ text: 'Hi #stuck', options: { waitForDelivery: true } }), {
			cancelAfterMs: 500,
		});
		expect(Date.now() - started).toBeLessThan(800);
	});

	it('breaks off a request that hangs, and a second try starts nothing', async () => {
		await fail('hang', { times: null });
		const started = Date.now();
		await run('message.send', parameters(), {
			items: numbered(20),
			cancelAfterMs: 300,
			retryOnFail: true,
			maxTries: 3,
		});
		expect(Date.now() - started).toBeLessThan(1_500);
		expect(await posts()).toHaveLength(5);
	});
});
