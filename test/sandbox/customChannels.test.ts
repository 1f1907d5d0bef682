import { LILLE, PARIS, until, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const { partoo, messages, stats } = sandbox;

const CHANNEL = '/custom-channels/shop-chat/messages';

const incoming = (changes: Record<string, unknown> = {}) => ({
	business_id: PARIS,
	external_conversation_id: 'web-1',
	external_message_id: 'm-1',
	content: 'Do you deliver?',
	sender_type: 'Consumer',
	...changes,
});

const contents = async (conversationId: number) => (await messages(conversationId)).map(({ content }) => content);

test('an ingested message is accepted at once and appears in its conversation a moment later', async () => {
	const before = await contents(1005);
	expect((await partoo('POST', CHANNEL, incoming())).body).toEqual({ status: 'success' });
	expect(await contents(1005)).toEqual(before);
	await until(async () => (await contents(1005)).includes('Do you deliver?'));
	expect((await messages(1005)).at(-1)).toMatchObject({
		sender_type: 'Consumer',
		custom_channel: { external_message_id: 'm-1' },
	});
});

test('an unknown external conversation becomes a new one, with the name that came first', async () => {
	const first = { external_conversation_id: 'web-2', consumer_name: 'Nora', consumer_image: null };
	await partoo('POST', CHANNEL, incoming(first));
	await partoo('POST', CHANNEL, incoming({ ...first, external_message_id: 'm-2', consumer_name: 'Somebody else' }));
	const conversation = await until(async () => {
		const { body } = await partoo<{ last_message: { content: string } }>('GET', '/conversations/1029');
		return body.last_message?.content === 'Do you deliver?' && (await messages(1029)).length === 2 && body;
	});
	expect(conversation).toMatchObject({
		consumer_name: 'Nora',
		messaging_partner: 'Custom',
		custom_channel: { channel_id: 'shop-chat', external_conversation_id: 'web-2' },
	});
});

test('the same external message id is accepted again and changes nothing', async () => {
	await sandbox.settings({ ingestMs: 10 });
	const answers = await Promise.all(Array.from({ length: 20 }, async () => await partoo('POST', CHANNEL, incoming())));
	expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
	await until(async () => (await contents(1005)).includes('Do you deliver?'));
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect((await contents(1005)).filter((content) => content === 'Do you deliver?')).toHaveLength(1);
	expect(await stats()).toMatchObject({ accepted: 1, duplicates: 0 });
});

test('only administrators and resellers may ingest', async () => {
	const answer = await partoo('POST', CHANNEL, incoming(), { key: 'partoo-manager-key' });
	expect(answer).toMatchObject({ status: 403, body: { errors: { authorization: 'Operation not allowed' } } });
	expect((await partoo('POST', CHANNEL, incoming(), { key: 'partoo-provider-key' })).status).toBe(200);
});

test('a channel that does not exist is not found', async () => {
	expect((await partoo('POST', '/custom-channels/other/messages', incoming())).status).toBe(404);
});

test.each([
	[{ content: undefined }, 400],
	[{ sender_type: 'Metadata' }, 400],
	[{ external_message_id: 7 }, 400],
	[{ timestamp: 1 }, 400],
	[{ business_id: '5409c35a97bbc544d8e20000' }, 400],
	[{ business_id: LILLE }, 403],
])('%j is answered with %i and nothing appears', async (changes, status) => {
	await sandbox.settings({ ingestMs: 0 });
	const before = await contents(1005);
	expect((await partoo('POST', CHANNEL, incoming(changes))).status).toBe(status);
	await new Promise((resolve) => setTimeout(resolve, 30));
	expect(await contents(1005)).toEqual(before);
});
