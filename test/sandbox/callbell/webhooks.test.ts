import { createHmac } from 'node:crypto';

import type { WantedEvent } from '../../../sandbox/callbell/webhooks/control';
import type { LoggedCall } from '../../../sandbox/callbell/webhooks/log';
import { EVENTS, type Webhook } from '../../../sandbox/callbell/webhooks/registry';
import type { WebhookCall } from '../../../sandbox/shared/webhooks/calls';
import { API_KEY, startWebhookSandbox } from '../../Callbell/webhookSandbox';
import type { Sandbox } from '../../sandboxClient';
import { useReceiver } from '../useReceiver';
import { until } from '../useSandbox';

let sandbox: Sandbox;
const receiver = useReceiver();
beforeAll(async () => (sandbox = await startWebhookSandbox()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());

async function callbell<T>(
	method: string,
	path: string,
	body?: unknown,
	key = API_KEY,
): Promise<{ status: number; body: T }> {
	const answer = await fetch(`${sandbox.url}/callbell/v1${path}`, {
		method,
		headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return { status: answer.status, body: (await answer.json()) as T };
}

const subscribe = async (...subscriptions: string[]) =>
	await callbell<{ webhook: Webhook }>('POST', '/webhooks/subscribe', { url: receiver.url(), subscriptions });

const log = async (query = '') =>
	(await callbell<{ webhook_events: LoggedCall[]; meta: object }>('GET', `/webhooks/events${query}`)).body;

const event = async (wanted: WantedEvent) =>
	await sandbox.control<WebhookCall>('POST', 'callbell/events', { wait: true, ...wanted });

const settings = async (wanted: object) => await sandbox.settings(wanted as never, 'callbell');

const allDone = async (count: number) =>
	await until(async () => {
		const { deliveries } = await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'callbell/deliveries');
		return deliveries.length === count && deliveries.every(({ done }) => done) && deliveries;
	});

test('an account has one webhook, which the next one replaces and no call reads', async () => {
	const first = await callbell<{ webhook: Webhook }>('POST', '/webhooks/subscribe', {
		url: 'https://a.example/x',
		subscriptions: ['message_created'],
	});
	expect(first).toMatchObject({
		status: 200,
		body: { webhook: { url: 'https://a.example/x', subscriptions: ['message_created'], enabled: true } },
	});
	expect(first.body.webhook.createdAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000$/);
	await subscribe(...EVENTS);
	expect(await sandbox.control('GET', 'callbell/webhooks')).toMatchObject({
		webhook: { url: receiver.url(), subscriptions: [...EVENTS] },
	});
	expect((await callbell('GET', '/webhooks')).status).toBe(404);
	expect(await callbell('DELETE', '/webhooks/unsubscribe')).toEqual({
		status: 200,
		body: { status: 'webhook was destroyed' },
	});
	expect((await callbell('DELETE', '/webhooks/unsubscribe')).status).toBe(404);
	expect((await callbell('GET', '/webhooks/events', undefined, 'other')).status).toBe(401);
});

test.each([
	[{ url: 'a.example/x', subscriptions: ['message_created'] }, 'url'],
	[{ url: 'ftp://a.example/x', subscriptions: ['message_created'] }, 'url'],
	[{ url: 'https://a.example/x', subscriptions: ['odd'] }, 'subscriptions.0'],
	[{ url: 'https://a.example/x', subscriptions: [] }, 'subscriptions'],
	[{ url: 'https://a.example/x', subscriptions: 'message_created' }, 'subscriptions'],
	[{ url: 'https://a.example/x' }, 'subscriptions'],
	[{ url: 'https://a.example/x', subscriptions: ['message_created'], secret: 'x' }, 'secret'],
])('%j is refused and the answer names the field', async (body, field) => {
	const answer = await callbell<{ error: Record<string, string[]> }>('POST', '/webhooks/subscribe', body);
	expect(answer).toMatchObject({ status: 422, body: { error: { [field]: [expect.any(String)] } } });
	expect(await sandbox.control('GET', 'callbell/webhooks')).toEqual({ webhook: null });
});

test.each(EVENTS)('%s can be made up, in its envelope or without it', async (name) => {
	await subscribe(...EVENTS);
	await event({ event: name });
	await settings({ webhookEnvelope: false });
	await event({ event: name });
	const [inEnvelope, bare] = receiver.calls().map(({ event: received }) => received as unknown);
	expect(inEnvelope).toEqual({ event: name, payload: bare });
	expect(bare).toEqual(expect.any(Object));
});

test('calls are signed with the time once there is a secret, and a repetition is signed anew', async () => {
	await subscribe('message_created');
	await event({});
	expect(receiver.calls()[0]?.headers).not.toHaveProperty('x-callbell-signature');

	await settings({ signingSecret: 'whsec_test', webhookRetryMs: 1_100 });
	receiver.next(500);
	await sandbox.control('POST', 'callbell/events', { asNews: true });
	await until(async () => receiver.calls().length === 3);
	const [one, two] = receiver.calls().slice(1);
	const parts = [one, two].map((call) =>
		/^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(call?.headers['x-callbell-signature'])),
	);
	for (const [index, call] of [one, two].entries()) {
		const [, time, hash] = parts[index] ?? [];
		expect(hash).toBe(createHmac('sha256', 'whsec_test').update(`${time}.`).update(call!.body).digest('hex'));
	}
	expect(Number(parts[1]?.[1])).toBeGreaterThan(Number(parts[0]?.[1]));
	expect(one?.body.equals(two!.body)).toBe(true);
});

test('a signature can be as old as is wanted', async () => {
	await settings({ signingSecret: 'whsec_test' });
	await event({ url: receiver.url(), age: 400 });
	const time = Number(/^t=(\d+)/.exec(String(receiver.calls()[0]?.headers['x-callbell-signature']))?.[1]);
	expect(Date.now() / 1000 - time).toBeGreaterThan(399);
});

test('whatever is not answered with 2xx is repeated, until Callbell gives up; who lets it give up too often is called no more', async () => {
	await settings({ webhookRetryMs: 1, webhookDisabledAfter: 2 });
	await subscribe('message_created');
	receiver.always(404);
	for (let call = 0; call < 2; call++)
		await sandbox.control('POST', 'callbell/events', { asNews: true, subject: 'same' });
	await allDone(2);
	expect(receiver.calls()).toHaveLength(12);
	await until(async () => !(await sandbox.control<{ webhook: Webhook }>('GET', 'callbell/webhooks')).webhook.enabled);
	await sandbox.control('POST', 'callbell/events', { asNews: true });
	expect(receiver.calls()).toHaveLength(12);
	await subscribe('message_created');
	receiver.always(201);
	await sandbox.control('POST', 'callbell/events', { asNews: true });
	await until(async () => receiver.calls().length === 13);
});

test('news goes to who is subscribed to it, and to nobody else', async () => {
	await subscribe('contact_created');
	await sandbox.control('POST', 'callbell/events', { asNews: true, event: 'contact_updated' });
	await sandbox.control('POST', 'callbell/events', { asNews: true, event: 'contact_created' });
	await allDone(1);
	expect(receiver.calls()).toMatchObject([{ event: { event: 'contact_created' } }]);
});

test('the log has each attempt with its answer and headers, the newest first, by status, event and page', async () => {
	await settings({ webhookRetryMs: 1 });
	await subscribe('message_created', 'contact_created');
	receiver.next(
		(response) => response.writeHead(503).end('later'),
		(response) => response.writeHead(200, { 'x-mine': 'yes' }).end('thanks'),
	);
	await event({ payload: { text: 'Hi' } });
	await event({ event: 'contact_created' });
	await event({ url: 'http://127.0.0.1:9/', repeat: false });
	const { webhook_events: all, meta } = await log();
	expect(meta).toEqual({ page: 1, pages: 1 });
	expect(all.map(({ response, success }) => [response.code, success])).toEqual([
		[null, false],
		[200, true],
		[200, true],
		[503, false],
	]);
	expect(all[2]).toMatchObject({
		event: 'message_created',
		payload: { text: 'Hi' },
		response: { body: 'thanks', headers: { 'x-mine': 'yes' } },
	});
	expect((await log('?status=failed')).webhook_events.map(({ response }) => response.code)).toEqual([null, 503]);
	expect((await log('?status=success&subscriptions=contact_created')).webhook_events).toHaveLength(1);
	expect(await log('?items=3&page=2')).toMatchObject({
		meta: { page: 2, pages: 2 },
		webhook_events: [{ response: { code: 503 } }],
	});
	await settings({ webhookLogOrder: 'oldestFirst' });
	expect((await log('?items=1')).webhook_events).toMatchObject([{ response: { code: 503 } }]);
	expect((await callbell('GET', '/webhooks/events?status=odd')).status).toBe(422);
});

test.each([
	['get', ''],
	['empty', ''],
	['unknown', '{"event":"connection_check"}'],
])('a connection check (%s) comes as nobody documents it', async (kind, body) => {
	await subscribe('message_created');
	receiver.always((response) => response.end('{"status":"ok"}'));
	expect(await sandbox.control('POST', 'callbell/checks', { kind })).toEqual({ status: 200, body: '{"status":"ok"}' });
	expect(receiver.calls()[0]?.body.toString()).toBe(body);
});

test('there is nothing to check or to tell without a webhook, and strangers are never called', async () => {
	await expect(sandbox.control('POST', 'callbell/checks', {})).rejects.toThrow('404');
	await expect(event({})).rejects.toThrow('404');
	await expect(sandbox.control('POST', 'callbell/checks', { url: 'https://crm.example/' })).rejects.toThrow('400');
	await sandbox.control('POST', 'callbell/webhooks', { url: 'https://crm.example/in' });
	await event({ repeat: false });
	expect((await allDone(1))[0]?.attempts).toMatchObject([
		{ status: null, error: 'The sandbox calls nobody but this machine' },
	]);
	await sandbox.control('DELETE', 'callbell/webhooks');
	expect(await sandbox.control('GET', 'callbell/webhooks')).toEqual({ webhook: null });
});
