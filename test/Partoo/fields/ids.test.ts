import type { INodeParameters } from 'n8n-workflow';
import { byId, FACEBOOK, PartooBench } from '../partoo';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const BUSINESS = '5409c35a97bbc544d8e26737';
const ingest = { channelId: 'shop-chat', businessId: byId(BUSINESS), externalConversationId: 'c', content: 'Hi' };

/** Every field for an ID of Partoo's: the operation, what else it wants, and the field's label. */
const fields: Array<[string, (value: string) => INodeParameters, string]> = [
	['message.send', (value) => ({ conversationId: byId(value), text: 'Hi' }), 'Conversation'],
	['message.getAll', (value) => ({ conversationId: byId(value) }), 'Conversation'],
	['message.retry', (value) => ({ messageId: value }), 'Message ID'],
	['message.retry', (value) => ({ messageId: '7', options: { conversationId: byId(value) } }), 'Conversation'],
	['conversation.get', (value) => ({ conversationId: byId(value) }), 'Conversation'],
	['conversation.markAsRead', (value) => ({ conversationId: byId(value) }), 'Conversation'],
	['conversation.update', (value) => ({ conversationId: byId(value), change: 'close' }), 'Conversation'],
	[
		'conversation.update',
		(value) => ({ conversationId: byId(FACEBOOK), change: 'assign', userId: byId(value) }),
		'User',
	],
	['conversation.getAll', (value) => ({ filters: { businessId: byId(value) } }), 'Business'],
	['conversation.getAll', (value) => ({ filters: { assignedUserId: byId(value) } }), 'Assigned To'],
	['customChannel.ingest', (value) => ({ ...ingest, externalMessageId: 'm', businessId: byId(value) }), 'Business'],
	['customChannel.ingest', (value) => ({ ...ingest, externalMessageId: 'm', channelId: value }), 'Channel ID'],
];

/** What is no ID of Partoo's in any of them. */
const foreign = {
	address: 'https://app.partoo.co/messages/1001',
	name: 'Corner Shop',
	'email address': 'jane@example.com',
	'phone number': '+33612345678',
	'ID of WhatsApp': 'wamid.HBgLMzM2MTIzNDU2NzgVAgA= /1',
};

const cases = fields.flatMap(([operation, parameters, label]) =>
	Object.entries(foreign).map(([what, value]) => ({ operation, parameters, label, what, value })),
);

it.each(cases)(
	"$operation takes no $what for '$label', and says where the ID is found",
	async ({ operation, parameters, label, value }) => {
		const { error } = await bench.run(operation, parameters(value));
		expect(error?.message).toMatch(new RegExp(`^'${label}' (holds|must be a whole number, not) "`));
		expect(error?.description).toMatch(/from the list|as Send or the trigger gave it|Partoo gives you the ID/);
		expect(await bench.sandbox.requests()).toEqual([]);
	},
);

it.each(['0612345678', '007'])('%s is no number of a conversation but part of a phone number', async (value) => {
	const { error } = await bench.run('message.send', { conversationId: byId(value), text: 'Hi' });
	expect(error?.message).toBe(`'Conversation' must be a whole number, not "${value}" [item 0]`);
	expect(await bench.sandbox.requests()).toEqual([]);
});

describe('the ID of a business', () => {
	const send = async (value: string) =>
		await bench.run('conversation.getAll', { filters: { businessId: byId(value) } });

	it.each([
		'Paris',
		'0612345678',
		'33612345678',
		'06-12-34-56-78',
		'3f2b8c1e-7d4a-4b6f-9c11-2f8c41f0a001',
		'NL.134912',
	])('is not %s', async (value) => {
		expect((await send(value)).error?.message).toBe(`'Business' holds "${value}", which is no ID of Partoo's [item 0]`);
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	// Partoo decides about what its pages leave open.
	it.each([`ID: ${BUSINESS}`, `#${BUSINESS}`])('is read without its label: %s', async (value) => {
		await send(value);
		expect((await bench.sandbox.requests()).map(({ query }) => query.business__in)).toEqual([BUSINESS]);
	});

	it.each([BUSINESS, BUSINESS.toUpperCase(), '123', 'c-PARIS', '01J9ZK3T4Q'])('may be %s', async (value) => {
		await send(value);
		expect((await bench.sandbox.requests()).map(({ query }) => query.business__in)).toEqual([value]);
	});
});
