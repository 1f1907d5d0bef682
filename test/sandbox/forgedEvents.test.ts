import { createHash, verify } from 'node:crypto';

import type { Attempt, WebhookCall } from '../../sandbox/shared/webhooks/calls';
import type { WantedEvent } from '../../sandbox/partoo/webhooks/control';
import { useReceiver } from './useReceiver';
import { PARIS, useSandbox } from './useSandbox';

const { partoo, control } = useSandbox();
const receiver = useReceiver();

async function event(wanted: WantedEvent) {
	const { status, body } = await control<WebhookCall>('POST', '/partoo/events', {
		url: receiver.url(),
		wait: true,
		...wanted,
	});
	expect(status).toBe(200);
	const received = receiver.calls().at(-1);
	if (received === undefined) throw new Error('Nothing came');
	const { publicKey } = (await control<{ publicKey: string }>('GET', '/partoo/webhook-key')).body;
	const signature = received.headers['x-partoo-signature-v1'];
	const isGood =
		typeof signature === 'string' && verify(null, received.body, publicKey, Buffer.from(signature, 'base64'));
	return { call: body, received, signature, isGood };
}

test.each([
	['lead_received', { source: 'chatbot', values: expect.any(Array) as unknown[] }],
	['review_created', { review: { business_id: PARIS, rating: 5 } }],
	['review_updated', { review: { key: expect.any(String) as string } }],
	['business_created', { business: { id: PARIS, name: 'Corner Shop Paris', org_id: 42 } }],
	['business_updated', { business: { id: PARIS, city: 'Paris' } }],
	['business_deleted', { business: { id: PARIS } }],
	[
		'message_updated',
		{ message: { conversation_id: 1001, status: 'Success' }, conversation: { id: 1001 }, org_id: 42 },
	],
])('%s can be made up and is signed', async (type, payload) => {
	const { received, isGood } = await event({ type });
	expect(received.event).toMatchObject({ type, payload });
	expect(isGood).toBe(true);
});

test('it goes to who is registered for it, with the payload that is wanted', async () => {
	await partoo('POST', '/webhooks', { items: [{ url: receiver.url('/reviews'), event_type: 'review_created' }] });
	const { received } = await event({ type: 'review_created', payload: { review: { key: 'k' } }, url: undefined });
	expect(received).toMatchObject({
		path: '/reviews',
		event: { type: 'review_created', payload: { review: { key: 'k' } } },
	});
	expect((await control('POST', '/partoo/events', { type: 'review_updated' })).status).toBe(404);
});

const length = (signature: unknown) => Buffer.from(String(signature), 'base64').length;

test('the signature can be missing, wrong, cut, doubled or nonsense', async () => {
	expect(await event({ mutate: 'missing' })).toMatchObject({ signature: undefined });
	expect(await event({ sign: false })).toMatchObject({ signature: undefined });
	for (const mutate of ['otherKey', 'flipped'] as const) {
		const { signature, isGood } = await event({ mutate });
		expect([length(signature), isGood]).toEqual([64, false]);
	}
	expect(length((await event({ mutate: 'truncated' })).signature)).toBe(40);
	expect(await event({ mutate: 'notBase64' })).toMatchObject({ signature: '*** not base64 ***' });
	expect(await event({ mutate: 'empty' })).toMatchObject({ signature: '' });
	const { received } = await event({ mutate: 'doubled' });
	expect(received.rawHeaders.filter((name) => name === 'X-Partoo-Signature-v1')).toHaveLength(2);
});

test('the body can be altered after it was signed and is still JSON', async () => {
	const { received, isGood } = await event({ type: 'message_created', mutate: 'body' });
	expect(received.event).toMatchObject({ type: 'message_created' });
	expect(isGood).toBe(false);
});

test('any bytes can be sent, signed as they are', async () => {
	const text = await event({ raw: '[1, 2]' });
	expect([text.received.body.toString(), text.isGood]).toEqual(['[1, 2]', true]);
	const bytes = Buffer.from([0, 255, 254, 10]);
	const binary = await event({ rawBase64: bytes.toString('base64') });
	expect(binary.received.body.equals(bytes)).toBe(true);
	expect(binary.isGood).toBe(true);
});

test('a body of a megabyte arrives whole', async () => {
	const raw = `"${'é'.repeat(500_000)}"`;
	const { received } = await event({ raw });
	expect(createHash('sha256').update(received.body).digest('hex')).toBe(createHash('sha256').update(raw).digest('hex'));
});

test('headers can be added and replaced, whatever their case', async () => {
	const { received, isGood } = await event({ headers: { 'content-type': 'text/plain', 'X-More': ['1', '2'] } });
	expect(received.headers).toMatchObject({ 'content-type': 'text/plain', 'x-more': '1, 2' });
	expect(received.rawHeaders.filter((name) => name.toLowerCase() === 'content-type')).toHaveLength(1);
	expect(isGood).toBe(true);
});

test('the answer of the receiver is told, and a 5xx is repeated only when wanted', async () => {
	receiver.always(500);
	const { call } = await event({ repeat: false });
	expect(call).toMatchObject({ done: true, attempts: [{ status: 500, body: 'answered 500' } as Attempt] });
	expect(receiver.calls()).toHaveLength(1);
});

test('a tryout calls the first URL with real data and says so in a header', async () => {
	const answer = await partoo('POST', '/webhooks/tryout', {
		items: [
			{ url: receiver.url('/try'), event_type: 'message_updated' },
			{ url: receiver.url('/no'), event_type: 'lead_received' },
		],
	});
	expect(answer).toMatchObject({ status: 200, body: { items: [{ url: receiver.url('/try'), status_code: 200 }] } });
	expect(receiver.calls()).toMatchObject([
		{
			path: '/try',
			headers: { 'x-partoo-webhook-tryout': 'true' },
			event: { payload: { conversation: { id: 1001 } } },
		},
	]);
});

test('a misspelt wish is refused', async () => {
	expect((await control('POST', '/partoo/events', { typ: 'lead_received' })).status).toBe(400);
	expect((await control('POST', '/partoo/events', { mutate: 'everything' })).status).toBe(400);
});
