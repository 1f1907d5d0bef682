import { Agent, request } from 'node:http';

import { PARIS, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const { partoo, text, send, requests, stats, control, settings, messages } = sandbox;

test('every request is on record, refused ones too, and no key can be read there', async () => {
	await partoo('POST', '/messages', text(1001, 'Hi'), { key: 'wrong-key' });
	await partoo('GET', `/conversations?business__in=${PARIS}`);
	const log = await requests();
	expect(log).toMatchObject([
		{
			seq: 1,
			provider: 'partoo',
			method: 'POST',
			path: '/messages',
			query: {},
			status: 401,
			body: text(1001, 'Hi'),
			transferEncoding: null,
		},
		{
			seq: 2,
			method: 'GET',
			path: '/conversations',
			query: { business__in: PARIS },
			status: 200,
			body: null,
			contentLength: null,
		},
	]);
	expect(log[0]?.contentLength).toBe(JSON.stringify(text(1001, 'Hi')).length);
	expect(log.map(({ headers }) => (headers as Record<string, string>)['x-apikey'])).toEqual(['***', '***']);
	expect(JSON.stringify(log)).not.toMatch(/wrong-key|partoo-admin-key/);
	await control('DELETE', '/requests');
	expect(await requests()).toEqual([]);
});

test('the same content in the same conversation counts as a duplicate, elsewhere it does not', async () => {
	await send(1001, 'Hello');
	await send(1002, 'Hello');
	await send(1001, 'Hello!');
	expect(await stats()).toMatchObject({ accepted: 3, duplicates: 0 });
	await send(1001, 'Hello');
	expect(await stats()).toMatchObject({ accepted: 4, duplicates: 1, requests: 4, refused: 0 });
});

test('the peak of requests in flight is what the client really had open', async () => {
	await settings({ latencyMs: 60 });
	await Promise.all(Array.from({ length: 7 }, async (_, index) => await send(1001, `At once ${index}`)));
	expect(await stats()).toMatchObject({ peakInFlight: 7 });
	await control('DELETE', '/stats');
	await send(1001, 'Alone');
	expect(await stats()).toMatchObject({ peakInFlight: 1, requests: 1, accepted: 1 });
});

test('latency is added to every answer', async () => {
	await settings({ latencyMs: 120 });
	const started = performance.now();
	await partoo('GET', '/user/me');
	expect(performance.now() - started).toBeGreaterThanOrEqual(118);
});

test.each([
	['one connection each', false],
	['kept connections', true],
])(
	'a thousand messages at once, %s: all are taken, each with an id of its own',
	async (_how, keepAlive) => {
		const agent = keepAlive ? new Agent({ keepAlive, maxSockets: 20 }) : false;
		const post = async (content: string) =>
			await new Promise<number>((resolve, reject) => {
				const headers = { 'x-apikey': 'partoo-admin-key', 'content-type': 'application/json' };
				const sending = request(`${sandbox.url()}/partoo/v2/messages`, { method: 'POST', agent, headers }, (answer) => {
					answer
						.setEncoding('utf8')
						.on('data', (body: string) => resolve((JSON.parse(body) as { message_id: number }).message_id));
				});
				sending.on('error', reject).end(JSON.stringify(text(1001, content)));
			});
		const started = performance.now();
		const ids = await Promise.all(Array.from({ length: 1000 }, async (_, index) => await post(`Number ${index}`)));
		// 1.5 s is the aim on a quiet machine; four times that still tells a sandbox that has become slow.
		expect(performance.now() - started).toBeLessThan(6000);
		expect(new Set(ids).size).toBe(1000);
		expect(await stats()).toMatchObject({ requests: 1000, accepted: 1000, duplicates: 0, refused: 0 });
		if (agent) agent.destroy();
	},
	15_000,
);

test('a reset brings back the seeded state and forgets settings, faults, log and timers', async () => {
	await settings({ sendingMs: 30, throttle: { kind: 'window', limit: 1, windowMs: 60_000 } });
	await sandbox.fault({ effect: 'status', status: 500, times: null });
	const before = await messages(1001);
	await partoo('POST', '/messages', text(1001, 'Gone'));
	await control('DELETE', '/faults');
	await send(1001, 'Gone too');
	await control('POST', '/reset');
	expect((await messages(1001)).map(({ id, content }) => [id, content])).toEqual(
		before.map(({ id, content }) => [id, content]),
	);
	expect(await requests()).toEqual([]);
	expect((await control('GET', '/settings')).body).toMatchObject({ partoo: { sendingMs: 1500, throttle: null } });
	expect(await send(1001, 'New')).toBe((await send(1001, 'Newer')) - 1);
});

test('a misspelt setting is refused instead of being forgotten', async () => {
	expect((await control('POST', '/settings', { partoo: { latency: 5 } })).status).toBe(400);
	expect((await control('POST', '/settings', { party: {} })).status).toBe(400);
});
