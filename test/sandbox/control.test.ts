import { LYON, useSandbox } from './useSandbox';

const { control, partoo, messages, text } = useSandbox();

test('conversations can be made as a test needs them', async () => {
	const wanted = {
		messagingPartner: 'Whatsapp',
		isExpired: true,
		isRead: false,
		businessId: LYON,
		consumerName: 'Eva',
		messages: 3,
		count: 2,
	};
	const { body } = await control<{ ids: number[] }>('POST', '/partoo/conversations', wanted);
	expect(body.ids).toEqual([1029, 1030]);
	expect((await partoo('GET', '/conversations/1030')).body).toMatchObject({
		messaging_partner: 'Whatsapp',
		status: 'Closed',
		is_expired: true,
		is_read: false,
		consumer_name: 'Eva',
		business: { id: LYON },
	});
	expect((await messages(1030)).map(({ content }) => content)).toEqual(['Message 1', 'Message 2', 'Message 3']);
});

test('a consumer can be made to write', async () => {
	await control('POST', '/partoo/messages', { conversationId: 1003, text: 'I am late', senderType: 'Consumer' });
	expect((await messages(1003)).at(-1)).toMatchObject({
		sender_type: 'Consumer',
		sender_label: 'Ali Kaya',
		content: 'I am late',
		status: 'Success',
	});
	expect((await partoo('GET', '/conversations/1003')).body).toMatchObject({ is_read: false });
});

test('ten thousand conversations do not slow the others down', async () => {
	await control('POST', '/partoo/conversations', { count: 10_000 });
	const started = performance.now();
	for (let index = 0; index < 20; index++) await partoo('POST', '/messages', text(1001, `Hi ${index}`));
	expect(performance.now() - started).toBeLessThan(1000);
});

test.each([
	['/partoo/messages', { conversationId: 9999, text: 'x' }, 404],
	['/partoo/outcome', { messageId: 99999, status: 'Failed' }, 404],
	['/partoo/conversations', { businessId: 'nowhere' }, 404],
	['/partoo/conversations', { partner: 'Whatsapp' }, 400],
])('POST /control%s %j is answered with %i', async (path, body, status) => {
	expect((await control('POST', path, body)).status).toBe(status);
});
