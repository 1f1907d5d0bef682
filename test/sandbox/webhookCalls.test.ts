import { verify } from 'node:crypto';

import type { WebhookCall } from '../../sandbox/shared/webhooks/calls';
import { LYON, until, useSandbox } from './useSandbox';
import { type ReceivedCall, useReceiver } from './useReceiver';

const { partoo, control, send, settings, stats } = useSandbox();
const receiver = useReceiver();

const register = async (...eventTypes: string[]) =>
	expect(
		(
			await partoo('POST', '/webhooks', {
				items: eventTypes.map((event_type) => ({ url: receiver.url(), event_type })),
			})
		).status,
	).toBe(200);

const deliveries = async () =>
	(await control<{ deliveries: WebhookCall[] }>('GET', '/partoo/deliveries')).body.deliveries;

const allDone = async (count: number) =>
	await until(async () => {
		const all = await deliveries();
		return all.length === count && all.every(({ done }) => done) && all;
	});

async function isSigned({ headers, body }: ReceivedCall): Promise<boolean> {
	const { publicKey } = (await control<{ publicKey: string }>('GET', '/partoo/webhook-key')).body;
	return verify(null, body, publicKey, Buffer.from(String(headers['x-partoo-signature-v1']), 'base64'));
}

const states = () => receiver.calls().map(({ event }) => `${event.type} ${String(event.payload.message?.status)}`);

test('what happens to a message is told in order, signed, and shaped as documented', async () => {
	await settings({ sendingMs: 30 });
	await register('message_created', 'message_updated');
	const id = await send(1002, 'We have them in 38.');
	await allDone(2);
	expect(states()).toEqual(['message_created Sending', 'message_updated Success']);
	const [, updated] = receiver.calls();
	const listed = await partoo<{ messages: object[] }>('GET', '/messages?conversation_id=1002&per_page=1');
	expect(updated?.event).toEqual({
		type: 'message_updated',
		payload: {
			message: { ...listed.body.messages[0], id },
			conversation: {
				id: 1002,
				consumer_img: null,
				consumer_name: 'Mia Rossi',
				business: { id: LYON },
				messaging_partner: 'Instagram',
				custom_channel: null,
			},
			org_id: 42,
		},
	});
	expect(updated?.headers).toMatchObject({
		'content-type': 'application/json',
		'content-length': String(updated?.body.length),
	});
	for (const call of receiver.calls()) expect(await isSigned(call)).toBe(true);
});

test('a failed message that is tried again is three updates', async () => {
	await settings({ sendingMs: 10 });
	await register('message_updated');
	const id = await send(1001, 'Oat milk #fail');
	await allDone(1);
	await partoo('POST', `/messages/${id}/retry`, {});
	await allDone(3);
	expect(states()).toEqual(['Failed', 'Sending', 'Success'].map((status) => `message_updated ${status}`));
});

test('messages of consumers, of the inbox itself and of custom channels are told too', async () => {
	await settings({ ingestMs: 0 });
	await register('message_created');
	await control('POST', '/partoo/messages', {
		conversationId: 1003,
		text: 'I am late',
		senderType: 'Consumer',
		isAutomated: true,
	});
	await partoo('PATCH', '/conversations/1001', { status: 'closed' });
	await partoo('POST', '/custom-channels/shop-chat/messages', {
		business_id: LYON,
		external_conversation_id: 'web-9',
		external_message_id: 'm-1',
		content: 'Hello',
		sender_type: 'Consumer',
		consumer_name: null,
	});
	await allDone(3);
	const payloads = receiver.calls().map(({ event }) => event.payload);
	expect(payloads.map(({ message }) => [message?.sender_type, message?.is_automated])).toEqual([
		['Consumer', true],
		['Metadata', false],
		['Consumer', false],
	]);
	expect(payloads[2]).toMatchObject({
		message: { custom_channel: { external_message_id: 'm-1' } },
		conversation: { messaging_partner: 'Custom', custom_channel: { external_conversation_id: 'web-9' } },
	});
});

test('nobody is called who has not asked, or does not want it any more', async () => {
	await register('review_created');
	await send(1001, 'Hi');
	await control('DELETE', '/partoo/webhooks');
	await send(1001, 'Hi again');
	await control('POST', '/partoo/conversations', { messages: 5 });
	expect(await deliveries()).toEqual([]);
});

test('a 5xx is repeated five times with pauses that double, a 4xx never', async () => {
	await settings({ webhookRetryMs: 20 });
	await register('message_created');
	receiver.next(404);
	await control('POST', '/partoo/messages', { conversationId: 1001, text: 'refused' });
	expect((await allDone(1))[0]?.attempts).toMatchObject([{ status: 404, body: 'answered 404', error: null }]);

	receiver.always(503);
	await control('POST', '/partoo/messages', { conversationId: 1001, text: 'unheard' });
	const [, unheard] = await allDone(2);
	expect(unheard?.attempts.map(({ status }) => status)).toEqual([503, 503, 503, 503, 503, 503]);
	const at = receiver
		.calls()
		.slice(1)
		.map((call) => call.at);
	at.slice(1).forEach((time, index) => expect(time - (at[index] ?? 0)).toBeGreaterThanOrEqual(20 * 2 ** index - 3));
	expect(
		new Set(
			receiver
				.calls()
				.slice(1)
				.map(({ body }) => body.toString()),
		).size,
	).toBe(1);
});

test('a repetition ends with the first answer that is no 5xx', async () => {
	await settings({ webhookRetryMs: 1 });
	await register('message_created');
	receiver.next(500, (response) => response.destroy(), 200);
	await control('POST', '/partoo/messages', { conversationId: 1001, text: 'third time lucky' });
	const [call] = await allDone(1);
	expect(call?.attempts).toMatchObject([
		{ status: 500 },
		{ status: null, error: 'socket hang up' },
		{ status: 200, error: null },
	]);
});

test('who does not answer in time is called again', async () => {
	await settings({ webhookRetryMs: 1, webhookTimeoutMs: 40 });
	await register('message_created');
	receiver.next(() => undefined);
	await control('POST', '/partoo/messages', { conversationId: 1001, text: 'slow' });
	const [call] = await allDone(1);
	expect(call?.attempts).toMatchObject([{ status: null, error: 'No answer within 40 ms' }, { status: 200 }]);
	expect(call?.attempts[0]?.ms).toBeGreaterThanOrEqual(39);
});

test('news of one message wait for each other, and not for those of another', async () => {
	await settings({ webhookRetryMs: 80, sendingMs: 10 });
	await register('message_created', 'message_updated');
	receiver.next(500);
	const [first, second] = [await send(1001, 'First'), await send(1003, 'Second')];
	await allDone(4);
	const seen = receiver.calls().map(({ event }) => [event.payload.message?.id, event.payload.message?.status]);
	expect(seen.filter(([id]) => id === first)).toEqual([
		[first, 'Sending'],
		[first, 'Sending'],
		[first, 'Success'],
	]);
	expect(seen.findIndex(([id, status]) => id === second && status === 'Success')).toBeLessThan(
		seen.findIndex(([id, status]) => id === first && status === 'Success'),
	);
});

test('one in so many calls is repeated once, though it was taken', async () => {
	await settings({ webhookRetryMs: 1, webhookRepeatEvery: 2 });
	await register('message_created');
	for (const text of ['once', 'twice', 'once', 'twice'])
		await control('POST', '/partoo/messages', { conversationId: 1001, text });
	expect((await allDone(4)).map(({ attempts }) => attempts.map(({ status }) => status))).toEqual([
		[200],
		[200, 200],
		[200],
		[200, 200],
	]);
});

test('a webhook that is deleted is not called again', async () => {
	await settings({ webhookRetryMs: 50 });
	await register('message_created');
	receiver.always(500);
	await control('POST', '/partoo/messages', { conversationId: 1001, text: 'gone' });
	await until(async () => receiver.calls().length === 1);
	await control('DELETE', '/partoo/webhooks');
	expect((await allDone(1))[0]?.attempts).toHaveLength(1);
});

test('a reset forgets calls and webhooks, and ends what is under way', async () => {
	await settings({ webhookRetryMs: 30 });
	await register('message_created');
	receiver.always(500);
	await control('POST', '/partoo/events', { type: 'lead_received', url: receiver.url() });
	await until(async () => receiver.calls().length === 1);
	await control('POST', '/reset');
	await send(1001, 'Hi');
	await new Promise((resolve) => setTimeout(resolve, 80));
	expect(receiver.calls()).toHaveLength(1);
	expect(await deliveries()).toEqual([]);
});

test('a stranger is registered but never called', async () => {
	await control('POST', '/partoo/webhooks', { url: 'https://crm.example/in', eventType: 'message_created' });
	await send(1001, 'Hi');
	expect((await allDone(1))[0]?.attempts).toMatchObject([
		{ status: null, error: 'The sandbox calls nobody but this machine' },
	]);
});

test('an answer that is long or a redirect is neither kept whole nor followed', async () => {
	await register('message_created');
	receiver.next((response) => response.writeHead(302, { location: '/elsewhere' }).end('x'.repeat(2000)));
	await send(1001, 'Hi');
	const [call] = await allDone(1);
	expect(call?.attempts).toMatchObject([{ status: 302, body: 'x'.repeat(500) }]);
	expect(receiver.calls().map(({ path }) => path)).toEqual(['/hook']);
});

test('three hundred events at once all arrive, each once', async () => {
	await register('message_created');
	await Promise.all(Array.from({ length: 300 }, async (_none, index) => await send(1001, `Hi ${index}`)));
	const calls = await allDone(300);
	expect(calls.every(({ attempts }) => attempts.length === 1 && attempts[0]?.status === 200)).toBe(true);
	expect(receiver.calls()).toHaveLength(300);
	expect(new Set(receiver.calls().map(({ event }) => event.payload.message?.id)).size).toBe(300);
	expect(await stats()).toMatchObject({ accepted: 300, refused: 0 });
});
