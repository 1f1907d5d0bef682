import { connect } from 'node:net';

import { until, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const { partoo, fault, text, messages, stats, requests, control, send } = sandbox;

const contents = async () => (await messages(1001)).map(({ content }) => content);
const attempt = async (content = 'Hi', signal?: AbortSignal) =>
	await partoo('POST', '/messages', text(1001, content), { signal });

describe('a fault rule', () => {
	test('answers the status and body it says, once, without taking the message', async () => {
		await fault({ effect: 'status', status: 503, body: { errors: { server: 'Down' } }, headers: { 'x-from': 'rule' } });
		const answer = await attempt();
		expect(answer).toMatchObject({ status: 503, body: { errors: { server: 'Down' } } });
		expect(answer.headers.get('x-from')).toBe('rule');
		expect(await stats()).toMatchObject({ accepted: 0, refused: 1 });
		expect((await attempt()).status).toBe(200);
	});

	test('hits only its method and path, after the requests that it skips, as often as it says', async () => {
		await fault({ effect: 'status', status: 500, method: 'POST', path: '^/messages$', after: 1, times: 2 });
		expect((await partoo('GET', '/messages?conversation_id=1001')).status).toBe(200);
		const statuses = [];
		for (let index = 0; index < 5; index++) statuses.push((await attempt(`${index}`)).status);
		expect(statuses).toEqual([200, 500, 500, 200, 200]);
	});

	test('with times null hits until it is removed', async () => {
		await fault({ effect: 'empty', status: 502, times: null });
		expect([(await attempt()).status, (await attempt()).status, (await attempt()).status]).toEqual([502, 502, 502]);
		await control('DELETE', '/faults');
		expect((await attempt()).status).toBe(200);
	});

	test('with a seed hits the same requests in every run', async () => {
		const run = async () => {
			await control('POST', '/reset');
			await fault({ effect: 'status', status: 500, probability: 0.5, seed: 7, times: null });
			const statuses = [];
			for (let index = 0; index < 40; index++) statuses.push((await partoo('GET', '/user/me')).status);
			return statuses;
		};
		const first = await run();
		expect(new Set(first)).toEqual(new Set([200, 500]));
		expect(await run()).toEqual(first);
	});

	test('can answer a page of HTML, a string as it is, and nothing at all', async () => {
		await fault({ effect: 'html' }, { effect: 'status', status: 500, body: 'not {json' }, { effect: 'empty' });
		const html = await attempt();
		expect(html).toMatchObject({ status: 502, body: expect.stringContaining('<html>') });
		expect(html.headers.get('content-type')).toContain('text/html');
		expect(await attempt()).toMatchObject({ status: 500, body: 'not {json' });
		expect(await attempt()).toMatchObject({ status: 500, body: '' });
	});

	test('can throttle, with the Retry-After that is set', async () => {
		await sandbox.settings({ retryAfter: '7' });
		await fault({ effect: 'throttle' }, { effect: 'throttle', headers: { 'Retry-After': '9' } });
		const [first, second] = [await attempt(), await attempt()];
		expect([first.status, first.headers.get('retry-after'), second.headers.get('retry-after')]).toEqual([
			429,
			'7',
			'9',
		]);
		expect(await stats()).toMatchObject({ throttled: 2, accepted: 0 });
	});

	test('that is misspelt is refused instead of doing nothing', async () => {
		expect((await control('POST', '/faults', { provider: 'partoo', rules: [{ effect: 'explode' }] })).status).toBe(400);
		expect(
			(await control('POST', '/faults', { provider: 'partoo', rules: [{ effect: 'reset', path: '(' }] })).status,
		).toBe(400);
	});
});

describe('a broken connection', () => {
	test('before the message was taken leaves no message', async () => {
		await fault({ effect: 'reset', method: 'POST' });
		await expect(attempt('Never seen')).rejects.toThrow();
		expect(await contents()).not.toContain('Never seen');
		expect(await requests()).toMatchObject([{ path: '/messages', status: null, body: { content: 'Never seen' } }]);
	});

	test('after the message was taken leaves the message and no answer', async () => {
		await fault({ effect: 'lostAnswer', method: 'POST' });
		await expect(attempt('Sent after all')).rejects.toThrow();
		expect(await contents()).toContain('Sent after all');
		expect(await stats()).toMatchObject({ accepted: 1 });
		expect(await requests()).toMatchObject([{ status: null, endedAt: expect.any(Number) }]);
	});

	test('of a request that hangs ends when the client goes away', async () => {
		await fault({ effect: 'hang' });
		await expect(attempt('Waiting', AbortSignal.timeout(150))).rejects.toThrow();
		await until(async () => (await requests())[0]?.endedAt !== null);
		expect(await contents()).not.toContain('Waiting');
		await send(1001, 'The next one is served');
	});

	test('in the middle of an upload harms neither the sandbox nor the conversation', async () => {
		const before = (await contents()).length;
		const { hostname, port } = new URL(sandbox.url());
		const socket = connect(Number(port), hostname);
		socket.write(
			'POST /partoo/v2/messages HTTP/1.1\r\nhost: x\r\nx-apikey: partoo-admin-key\r\ncontent-length: 900\r\ncontent-type: multipart/form-data; boundary=b\r\n\r\n',
		);
		socket.write(
			'--b\r\ncontent-disposition: form-data; name="image"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nPNG',
		);
		await until(async () => (await requests()).length === 1);
		socket.destroy();
		await until(async () => (await requests())[0]?.endedAt !== null);
		expect((await contents()).length).toBe(before);
		await send(1001, 'Still there');
	});
});
