import { byId, EXPIRED, FACEBOOK, PartooBench, WHATSAPP } from '../partoo';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const conversation = async (id: string) =>
	(await bench.run('conversation.get', { conversationId: byId(id), simplify: false })).items[0]?.json;

describe('Custom Channel > Ingest', () => {
	const message = {
		channelId: 'shop-chat',
		businessId: byId('5409c35a97bbc544d8e26737'),
		externalConversationId: 'web-77',
		externalMessageId: 'm-1',
		content: 'Is it open today?',
	};

	it('sends what is filled in and nothing else', async () => {
		await bench.run('customChannel.ingest', message);
		expect((await bench.sandbox.requests())[0]).toMatchObject({
			method: 'POST',
			path: '/custom-channels/shop-chat/messages',
			status: 200,
		});
		expect((await bench.sandbox.requests())[0]?.body).toEqual({
			business_id: '5409c35a97bbc544d8e26737',
			external_conversation_id: 'web-77',
			external_message_id: 'm-1',
			content: 'Is it open today?',
			sender_type: 'Consumer',
		});
	});

	it('sends name and image when given, never the text "null"', async () => {
		const additionalFields = { consumerName: 'Ana', consumerImage: 'null' };
		await bench.run('customChannel.ingest', { ...message, senderType: 'User', additionalFields });
		const body = (await bench.sandbox.requests())[0]?.body;
		expect(body).toMatchObject({ sender_type: 'User', consumer_name: 'Ana' });
		expect(body).not.toHaveProperty('consumer_image');
	});

	it('answers that accepted is not created, with both external IDs', async () => {
		const { items } = await bench.run('customChannel.ingest', message);
		expect(items[0]?.json).toEqual({
			messageId: null,
			conversationId: null,
			recipient: null,
			status: 'sending',
			isFinal: false,
			errorCode: null,
			errorMessage: null,
			provider: 'partoo',
			providerStatus: null,
			timestamp: null,
			externalConversationId: 'web-77',
			externalMessageId: 'm-1',
			raw: { status: 'success' },
		});
	});

	it.each(['={{ String($json.nope) }}', '=web-{{ String($json.nope) }}', '={{ $now }}', '={{ null + "" }}'])(
		'puts no strangers into one conversation by the ID %s',
		async (externalConversationId) => {
			const { error } = await bench.run('customChannel.ingest', { ...message, externalConversationId });
			expect(error?.message).toMatch(/^'External Conversation ID' holds .*, which is no ID/);
			expect(await bench.sandbox.requests()).toEqual([]);
		},
	);

	it.each(['={{ null }}', '={{ $json.nope }}', ''])('does not guess who wrote: %j', async (senderType) => {
		const { error } = await bench.run('customChannel.ingest', { ...message, senderType });
		expect(error?.message).toBe("'Sender' is empty [item 0]");
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it.each([
		['channelId', 'Channel ID'],
		['externalConversationId', 'External Conversation ID'],
		['externalMessageId', 'External Message ID'],
		['content', 'Content'],
	])('wants %s before it sends', async (name, label) => {
		const { error } = await bench.run('customChannel.ingest', { ...message, [name]: '={{ " " }}' });
		expect(error?.message).toBe(`'${label}' is empty [item 0]`);
		expect(await bench.sandbox.requests()).toEqual([]);
	});
});

describe('Conversation', () => {
	/** n8n wants the colleague beside a change that is an expression. */
	const closing = { conversationId: byId(FACEBOOK), userId: byId('62d80fae74e8b11d700302b9') };

	it('Get is simplified to ten fields, or as Partoo sent it', async () => {
		const { items } = await bench.run('conversation.get', { conversationId: byId(WHATSAPP) });
		expect(items[0]?.json).toMatchObject({ id: 1004, messaging_partner: 'Whatsapp', consumer_name: 'Ana Silva' });
		expect(Object.keys(items[0]!.json)).toHaveLength(10);
		expect(await conversation(WHATSAPP)).toHaveProperty('is_expired');
	});

	it.each([
		['close', {}, { status: 'closed' }, { status: 'Closed' }],
		[
			'assign',
			{ userId: byId('62d80fae74e8b11d700302b9') },
			{ assigned_user_id: '62d80fae74e8b11d700302b9' },
			{ assigned_user_id: '62d80fae74e8b11d700302b9' },
		],
		['unassign', {}, { assigned_user_id: 'unassigned' }, { assigned_user_id: null }],
	])('Update: %s changes one thing and echoes the ID', async (change, extra, body, after) => {
		const { items } = await bench.run('conversation.update', { conversationId: byId(FACEBOOK), change, ...extra });
		expect((await bench.sandbox.requests())[0]).toMatchObject({ method: 'PATCH', path: '/conversations/1001', body });
		expect(items[0]?.json).toEqual({ status: 'success', conversationId: FACEBOOK, change });
		expect(await conversation(FACEBOOK)).toMatchObject(after);
	});

	it.each(['={{ null }}', '={{ $json.nope }}', '={{ "" }}'])(
		'Update: closes nothing when Change is empty: %s',
		async (change) => {
			const { error } = await bench.run('conversation.update', { ...closing, change });
			expect(error?.message).toBe("'Change' is empty [item 0]");
			expect(error?.description).toContain('Give one of: assign, close, reopen, unassign.');
			expect(await bench.sandbox.requests()).toEqual([]);
		},
	);

	it('Update: reads a change as people write it', async () => {
		await bench.run('conversation.update', { ...closing, change: '={{ "Close" }}' });
		expect((await bench.sandbox.requests())[0]?.body).toEqual({ status: 'closed' });
	});

	it('Update: re-opens a closed one, and explains an expired one', async () => {
		await bench.run('conversation.update', { conversationId: byId(FACEBOOK), change: 'close' });
		await bench.run('conversation.update', { conversationId: byId(FACEBOOK), change: 'reopen' });
		expect(await conversation(FACEBOOK)).toMatchObject({ status: 'Open' });
		const { error } = await bench.run('conversation.update', { conversationId: byId(EXPIRED), change: 'reopen' });
		expect(error?.message).toMatch(/^Partoo refused the request \(HTTP 4\d\d\): /);
	});

	it('Update: wants a colleague to assign', async () => {
		const { error } = await bench.run('conversation.update', {
			conversationId: byId(FACEBOOK),
			change: 'assign',
			userId: byId('={{ "" }}'),
		});
		expect(error?.message).toBe("'User' is empty [item 0]");
	});

	it('Mark as Read says so with a JSON body, as Partoo demands', async () => {
		const { items } = await bench.run('conversation.markAsRead', { conversationId: byId('1002') });
		const [request] = await bench.sandbox.requests();
		expect(request).toMatchObject({ method: 'POST', path: '/conversations/1002/read', status: 200, body: {} });
		expect(request?.headers['content-type']).toBe('application/json');
		expect(items[0]?.json).toEqual({ status: 'success', conversationId: '1002' });
		expect(await conversation('1002')).toMatchObject({ is_read: true });
	});
});
