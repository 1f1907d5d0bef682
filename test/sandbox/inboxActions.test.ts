import type { WebhookCall } from '../../sandbox/shared/webhooks/calls';
import type { InboxConversation, InboxMessage } from '../../sandbox/shared/inbox';
import { until, useSandbox } from './useSandbox';

const { control, send, settings, partoo, messages } = useSandbox();

/** What was told to the outside; the address itself is nobody's. */
async function told(count: number) {
	const calls = await until(async () => {
		const { deliveries } = (await control<{ deliveries: WebhookCall[] }>('GET', '/partoo/deliveries')).body;
		return deliveries.length === count && deliveries;
	});
	return calls.map(({ body }) => JSON.parse(body) as { type: string; payload: { message: Record<string, unknown> } });
}

beforeEach(async () => {
	for (const eventType of ['message_created', 'message_updated']) {
		await control('POST', '/partoo/webhooks', { eventType, url: 'https://nobody.example/' });
	}
});

test('a person at the page writes as the consumer, and the world hears of it', async () => {
	const { status, body } = await control<InboxMessage>('POST', '/inbox/partoo/1003/messages', {
		text: 'I am late,\nsorry',
	});
	expect([status, body.from, body.text]).toEqual([200, 'consumer', 'I am late,\nsorry']);
	const message = {
		id: Number(body.id),
		sender_type: 'Consumer',
		sender_label: 'Ali Kaya',
		content: 'I am late,\nsorry',
		status: 'Success',
	};
	expect((await messages(1003)).at(-1)).toMatchObject(message);
	expect(await told(1)).toMatchObject([{ type: 'message_created', payload: { message } }]);
	const { conversation } = (await control<{ conversation: InboxConversation }>('GET', '/inbox/partoo/1003')).body;
	expect(conversation.unread).toBe(true);
});

test('a person at the page answers as a colleague, and the message goes its way', async () => {
	await settings({ sendingMs: 60 });
	const { body } = await control<InboxMessage>('POST', '/inbox/partoo/1001/messages', { text: 'Yes', as: 'colleague' });
	expect(body).toMatchObject({ from: 'business', sender: 'Jane Doe', state: 'sending' });
	expect(await told(2)).toMatchObject([
		{ type: 'message_created', payload: { message: { sender_type: 'User', content: 'Yes' } } },
		{ type: 'message_updated', payload: { message: { status: 'Success' } } },
	]);
});

test('a colleague answers in Callbell, too', async () => {
	const { body } = await control<{ conversations: InboxConversation[] }>('GET', '/inbox');
	const { id } = body.conversations.find(({ provider }) => provider === 'callbell')!;
	const answer = await control<InboxMessage>('POST', `/inbox/callbell/${id}/messages`, {
		text: 'Yes',
		as: 'colleague',
	});
	expect(answer.body).toMatchObject({ from: 'business', text: 'Yes', state: 'sending' });
});

test('nobody answers as a colleague where the provider has no inbox of its own', async () => {
	const { body } = await control<{ conversations: InboxConversation[] }>('GET', '/inbox');
	const { id } = body.conversations.find(({ provider }) => provider === 'dialog360')!;
	const answer = await control('POST', `/inbox/dialog360/${id}/messages`, { text: 'Yes', as: 'colleague' });
	expect(answer.status).toBe(404);
});

test('a consumer can write where the business cannot', async () => {
	expect((await control('POST', '/inbox/partoo/1006/messages', { text: 'Hello?' })).status).toBe(200);
});

test.each([
	['delivered', 'Success'],
	['failed', 'Failed'],
])('a message under way is %s as soon as the person at the page says so, and stays it', async (state, status) => {
	await settings({ sendingMs: 60 });
	const id = await send(1001, 'Soon #fail');
	const { body } = await control<InboxMessage>('POST', `/inbox/partoo/messages/${id}/state`, { state });
	expect(body).toMatchObject({ id: String(id), state });
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(await told(2)).toMatchObject([
		{ type: 'message_created' },
		{ type: 'message_updated', payload: { message: { id, status } } },
	]);
	expect((await messages(1001)).at(-1)).toMatchObject({ status });
});

test('a message that arrived long ago can still fail, and then be tried again', async () => {
	const sent = (await messages(1001)).find(({ sender_type }) => sender_type === 'User');
	expect((await control('POST', `/inbox/partoo/messages/${String(sent?.id)}/state`, { state: 'failed' })).status).toBe(
		200,
	);
	expect((await partoo('POST', `/messages/${String(sent?.id)}/retry`, {})).status).toBe(200);
});

test('what a consumer wrote has no fate', async () => {
	const written = (await messages(1001)).find(({ sender_type }) => sender_type === 'Consumer');
	expect(
		(await control('POST', `/inbox/partoo/messages/${String(written?.id)}/state`, { state: 'failed' })).status,
	).toBe(404);
});

test.each([
	['/inbox/partoo/9999/messages', { text: 'x' }, 404],
	['/inbox/nobody/1001/messages', { text: 'x' }, 404],
	['/inbox/partoo/1001/messages', { text: ' \n' }, 400],
	['/inbox/partoo/1001/messages', {}, 400],
	['/inbox/partoo/messages/999999/state', { state: 'failed' }, 404],
	['/inbox/partoo/messages/501/state', { state: 'sending' }, 400],
	// Words and deeds that Partoo does not know.
	['/inbox/partoo/messages/502/state', { state: 'read' }, 404],
	['/inbox/partoo/messages/502/choice', { choice: 'yes' }, 404],
	['/inbox/partoo/1001/picture', {}, 404],
])('POST /control%s %j is answered with %i', async (path, body, status) => {
	expect((await control('POST', path, body)).status).toBe(status);
});

test('a person at the page has the webhooks tried out with the last message of a conversation', async () => {
	expect((await control('POST', '/inbox/partoo/1001/action', { action: 'try-out' })).status).toBe(200);
	const calls = await told(2);
	expect(calls.map(({ type }) => type).sort()).toEqual(['message_created', 'message_updated']);
	expect(calls[0]!.payload.message).toEqual((await messages(1001)).at(-1));
	expect((await control('POST', '/inbox/partoo/1001/action', { action: 'hide-number' })).status).toBe(404);
});

test('a person at the page hears that nobody is there to be tried out', async () => {
	await control('DELETE', '/partoo/webhooks');
	const { status, body } = await control<{ message: string }>('POST', '/inbox/partoo/1001/action', {
		action: 'try-out',
	});
	expect(status).toBe(409);
	expect(body.message).toContain('No webhook is registered');
});

test('a customer of Callbell hides the phone number, and shows it again', async () => {
	const { contacts } = (
		await control<{ contacts: Array<{ uuid: string; source: string }> }>('GET', '/callbell/contacts')
	).body;
	const { uuid } = contacts.find(({ source }) => source === 'whatsapp')!;
	const act = async (action: string) =>
		(await control<InboxConversation>('POST', `/inbox/callbell/${uuid}/action`, { action })).body;
	expect(await act('hide-number')).toMatchObject({ subtitle: expect.stringContaining('NL.13491208655302741918') });
	expect(await act('show-number')).toMatchObject({ subtitle: expect.not.stringContaining('NL.') });
});
