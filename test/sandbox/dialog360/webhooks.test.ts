import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Destination, WebhookConfig } from '../../../sandbox/dialog360/webhooks/registry';
import type { WebhookCall } from '../../../sandbox/shared/webhooks/calls';
import { startSandboxProcess } from '../../sandboxClient';
import type { Sandbox } from '../../sandboxClient';
import { useReceiver } from '../useReceiver';
import { until } from '../useSandbox';

const KEY = 'dialog360-key';
const CUSTOMER = '4915112345678';
/** What happens at the same time has gone out in one call by then. */
const GATHERED_MS = 100;

const receiver = useReceiver();
let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());

async function api<T = unknown>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> {
	const headers = { 'D360-API-KEY': KEY, ...(body && { 'content-type': 'application/json' }) };
	const answer = await fetch(`${sandbox.url}/dialog360${path}`, {
		method,
		headers,
		body: body && JSON.stringify(body),
	});
	return { status: answer.status, body: (await answer.json()) as T };
}

const NUMBER = '/v1/configs/webhook';
const set = async (config: Partial<WebhookConfig> = {}) =>
	await api('POST', NUMBER, { url: receiver.url(), ...config });
const event = async (wanted: object) => await sandbox.control<WebhookCall>('POST', 'dialog360/events', wanted);
const news = async (...kinds: string[]) => await event({ kinds, asNews: true });
const settings = async (wanted: object) => await sandbox.settings(wanted, 'dialog360');
const deliveries = async () =>
	(await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'dialog360/deliveries')).deliveries;
const done = async (count: number) =>
	await until(async () => {
		const calls = await deliveries();
		return calls.length >= count && calls.every((call) => call.done) && calls;
	});
/** Waits until so many changes were told, in however many calls: a busy machine puts more of them into one. */
const told = async (count: number) =>
	await until(async () => {
		const isDone = (await deliveries()).every((call) => call.done);
		return isDone && bodies().flatMap(({ entry }) => entry[0]!.changes).length >= count;
	});
const bodies = () =>
	receiver.calls().map(
		({ body }) =>
			JSON.parse(body.toString()) as {
				object: string;
				entry: Array<{ id: string; changes: Array<{ field: string; value: object }> }>;
			},
	);

describe('the webhook of the number', () => {
	it('is kept with its headers, as they came', async () => {
		expect((await api('GET', NUMBER)).status).toBe(404);
		const config = { url: 'https://crm.example.com/in?x=1', headers: { 'X-B': '2', 'x-a': '"\\é', '9': 'nine' } };
		await api('POST', NUMBER, config);
		expect(JSON.stringify((await api('GET', NUMBER)).body)).toBe(JSON.stringify(config));
		await api('POST', NUMBER, { url: config.url });
		expect((await api('GET', NUMBER)).body).toEqual({ url: config.url, headers: {} });
	});

	it.each([
		['http://n8n.example.com/x', 'https'],
		['https://n8n.example.com:5678/x', 'port'],
		['https://my_n8n.example.com/x', 'underscore'],
		['n8n', 'Invalid'],
	])('is refused: %s', async (url, word) => {
		expect(await api('POST', NUMBER, { url })).toEqual({ status: 400, body: { error: expect.stringContaining(word) } });
	});

	it('wins over that of the account', async () => {
		await api('POST', '/waba_webhook', { url: receiver.url('/account'), headers: { a: 'b' } });
		await news('text');
		await done(1);
		await set();
		await news('text');
		await done(2);
		await api('POST', '/waba_webhook', { url: receiver.url('/account'), override_all: true });
		await news('text');
		await done(3);
		expect(receiver.calls().map(({ path }) => path)).toEqual(['/account', '/hook', '/account']);
	});

	it.each([{}, { url: 3 }, { url: 'https://x.example.com', header: {} }])('is not set by %j', async (body) => {
		expect((await api('POST', NUMBER, body)).status).toBe(400);
	});
});

describe('additional webhooks', () => {
	const PATH = '/multi_webhook';
	const destination = (name: string) => ({ name, url: receiver.url(`/${name}`), headers: { 'X-Name': name } });
	const list = async () => (await api<{ enabled: boolean; destinations: Destination[] }>('GET', PATH)).body;

	it('are up to three with a name each', async () => {
		await api('POST', PATH, { enabled: false, destinations: [destination('a')] });
		await api('PUT', PATH, { destinations: [destination('b')] });
		expect(await list()).toEqual({ enabled: false, destinations: [destination('a'), destination('b')] });
		expect((await api('PUT', PATH, { destinations: [destination('b')] })).status).toBe(409);
		expect((await api('PUT', PATH, { destinations: [destination('c'), destination('d')] })).status).toBe(409);
		await api('PATCH', PATH, { destinations: [{ ...destination('b'), url: receiver.url('/other') }] });
		expect((await list()).destinations[1]!.url).toBe(receiver.url('/other'));
		expect((await api('PATCH', PATH, { destinations: [destination('B')] })).status).toBe(409);
	});

	it('are called when the main one answered 200', async () => {
		await set();
		await api('POST', PATH, { enabled: true, destinations: [destination('a'), destination('b')] });
		await news('text');
		await done(3);
		expect(receiver.calls().map(({ path, headers }) => [path, headers['x-name']])).toEqual([
			['/hook', undefined],
			['/a', 'a'],
			['/b', 'b'],
		]);
		await settings({ webhookRetryMs: 60_000 });
		receiver.always(500);
		await news('text');
		await until(async () => receiver.calls().length === 4);
		await api('POST', PATH, { enabled: false });
		expect(receiver.calls().at(-1)?.path).toBe('/hook');
	});
});

describe('a call', () => {
	it('has the envelope, the headers that were registered, and a signature for partners', async () => {
		await set({ headers: { Authorization: 'Bearer x' } });
		await settings({ platformSecret: 'secret' });
		await news('text');
		await done(1);
		const [call] = receiver.calls();
		expect(call!.headers).toMatchObject({ authorization: 'Bearer x', 'content-type': 'application/json' });
		expect(call!.headers['x-360dialog-signature']).toBe(
			createHmac('sha256', 'secret').update(call!.body).digest('hex'),
		);
		expect(bodies()[0]).toMatchObject({
			object: 'whatsapp_business_account',
			entry: [
				{
					changes: [
						{
							field: 'messages',
							value: {
								messaging_product: 'whatsapp',
								messages: [{ from: '16505551234', type: 'text', timestamp: expect.stringMatching(/^\d{10}$/) }],
							},
						},
					],
				},
			],
		});
	});

	it('holds what happens at the same time, up to fifty changes', async () => {
		await set();
		await news(...Array.from({ length: 60 }, () => 'text'));
		await told(60);
		expect(bodies().map(({ entry }) => entry[0]!.changes.length)).toEqual([50, 10]);
		const ids = bodies().flatMap(({ entry }) =>
			entry[0]!.changes.map(({ value }) => (value as { messages: Array<{ id: string }> }).messages[0]!.id),
		);
		expect(new Set(ids).size).toBe(60);
	});

	it('that is answered with anything but 200 is repeated with the same bytes', async () => {
		await set();
		await settings({ webhookRetryMs: 5 });
		receiver.next(500, 404, 401, 302, 204, (response) => response.destroy());
		await news('text');
		const [call] = await done(1);
		expect(call!.attempts.map(({ status }) => status)).toEqual([500, 404, 401, 302, 204, null, 200]);
		expect(new Set(receiver.calls().map(({ body }) => body.toString())).size).toBe(1);
	});

	it('that is answered too late is repeated', async () => {
		await set();
		await settings({ webhookRetryMs: 5, webhookTimeoutMs: 1_000 });
		receiver.next(() => undefined);
		await news('text');
		expect((await done(1))[0]!.attempts).toMatchObject([
			{ status: null, error: 'No answer within 1000 ms' },
			{ status: 200 },
		]);
	});

	it('goes to nobody where nobody is registered, and no longer to who is not', async () => {
		await news('text');
		await sleep(GATHERED_MS);
		await set();
		await settings({ webhookRetryMs: 1_000 });
		receiver.always(500);
		await news('text');
		await until(async () => receiver.calls().length === 1);
		await api('POST', NUMBER, { url: 'https://crm.example.com/' });
		expect((await done(1))[0]!.attempts).toHaveLength(1);
	});

	it('can be made up, with any bytes', async () => {
		await set({ headers: { 'X-Secret': 'abcdefghijklmnop' } });
		await event({ raw: '[1]', headers: { 'x-secret': 'other' }, wait: true });
		expect(receiver.calls()[0]!.body.toString()).toBe('[1]');
		expect(receiver.calls()[0]!.headers['x-secret']).toBe('other');
		await event({ mutate: 'missing', wait: true });
		expect(receiver.calls()[1]!.headers).not.toHaveProperty('x-secret');
		await expect(event({ kinds: ['nonsense'] })).rejects.toThrow('404');
	});
});

describe('a message that is sent', () => {
	const statuses = () =>
		bodies().flatMap(({ entry }) =>
			entry[0]!.changes.flatMap(({ value }) => (value as { statuses: Array<Record<string, unknown>> }).statuses),
		);

	it('tells its statuses, with tracking text and price', async () => {
		await set();
		await settings({ sentMs: 5, deliveredMs: 60, readMs: 120 });
		const { body } = await api<{ messages: Array<{ id: string }> }>('POST', '/messages', {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: CUSTOMER,
			type: 'text',
			text: { body: 'Hello' },
			biz_opaque_callback_data: 'order 7',
		});
		await told(3);
		expect(statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
		for (const status of statuses()) {
			expect(status).toMatchObject({
				id: body.messages[0]!.id,
				recipient_id: CUSTOMER,
				biz_opaque_callback_data: 'order 7',
				pricing: { category: 'service', billable: false },
			});
		}
	});

	it('fails with a code and its words', async () => {
		await set();
		await settings({ sentMs: 5, deliveredMs: 60, readMs: 120 });
		await api('POST', '/messages', {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: CUSTOMER,
			type: 'text',
			text: { body: '#fail-131049' },
		});
		await told(2);
		expect(statuses()[1]).toMatchObject({
			status: 'failed',
			errors: [{ code: 131049, title: expect.any(String), error_data: { details: expect.any(String) } }],
		});
		expect(statuses()[1]).not.toHaveProperty('pricing');
	});
});
