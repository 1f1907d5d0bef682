import { CUSTOMER, type MetaError, useWhatsApp } from './useWhatsApp';

const { api, message, send, refused, requests, stats, control, settings } = useWhatsApp();

const link = 'https://files.example/a.pdf';
const long = (length: number) => 'x'.repeat(length);

/** All messages of the customer's chat. */
async function chat() {
	const { chats } = (
		await control<{ chats: Array<{ id: string; messages: Array<Record<string, unknown>> }> }>('GET', '/dialog360/chats')
	).body;
	return chats.find(({ id }) => id === CUSTOMER)!.messages;
}

describe('the key', () => {
	it.each([undefined, 'wrong', ''])('%j is refused in the words of the gateway', async (key) => {
		const answer = await api('GET', '/health_status', undefined, key === undefined ? {} : { 'D360-API-KEY': key });
		expect(answer).toMatchObject({ status: 401, body: { error: 'Invalid API key' } });
	});

	it('with a suffix is another account, and no log shows it', async () => {
		expect((await api('GET', '/health_status', undefined, { 'D360-API-KEY': 'dialog360-key#2' })).status).toBe(200);
		expect((await requests())[0]).toMatchObject({
			provider: 'dialog360',
			path: '/health_status',
			headers: { 'd360-api-key': '***' },
		});
	});
});

describe('a message', () => {
	it('is accepted with an ID and appears in the chat of its recipient', async () => {
		const { status, body } = await send(
			'text',
			{ body: 'Hello', preview_url: true },
			{ to: '+49 151 12345678', context: { message_id: 'wamid.1' }, biz_opaque_callback_data: 'order 7' },
		);
		expect(status).toBe(200);
		expect(body).toEqual({
			messaging_product: 'whatsapp',
			contacts: [{ input: '+49 151 12345678', wa_id: CUSTOMER }],
			messages: [{ id: expect.stringMatching(/^wamid\./) }],
		});
		expect((await chat()).at(-1)).toMatchObject({
			id: body.messages[0]!.id,
			from: 'business',
			type: 'text',
			content: { body: 'Hello' },
			tracking: 'order 7',
			replyTo: 'wamid.1',
		});
		expect(await stats()).toMatchObject({ accepted: 1, duplicates: 0 });
	});

	it('goes below /v1 as well, and twice is counted twice', async () => {
		for (const path of ['/messages', '/v1/messages'])
			expect((await api('POST', path, message('text', { body: 'Hi' }))).status).toBe(200);
		expect(await stats()).toMatchObject({ accepted: 2, duplicates: 1 });
	});

	it('reaches who hides the number, and groups', async () => {
		const hidden = {
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			recipient: 'US.13491208655302741918',
			type: 'text',
			text: { body: 'Hi' },
		};
		expect((await api('POST', '/messages', hidden)).body).toMatchObject({
			contacts: [{ input: hidden.recipient, user_id: hidden.recipient }],
		});
		expect((await send('text', { body: 'Hi' }, { recipient_type: 'group', to: 'Y2FwaV9ncm91cD' })).body).toMatchObject({
			messages: [{ group_id: 'Y2FwaV9ncm91cD' }],
		});
	});

	it.each<[string, unknown]>([
		['text', { body: long(4096) }],
		['text', { body: '😀'.repeat(4096) }],
		['image', { link, caption: long(1024) }],
		['video', { link, caption: 'c' }],
		['audio', { link, voice: true }],
		['document', { link, caption: 'c', filename: 'a.pdf' }],
		['sticker', { link }],
		['location', { latitude: 37.4421, longitude: '-122.1615', name: 'Office', address: '101 Forest Ave' }],
		[
			'contacts',
			[
				{
					name: { formatted_name: 'Ann Doe', first_name: 'Ann' },
					phones: [{ phone: '+1', type: 'WORK', wa_id: '1' }],
					emails: [{ email: 'a@b.c' }],
					org: { company: 'ACME' },
					birthday: '1999-01-23',
				},
			],
		],
		['reaction', { message_id: 'wamid.1', emoji: '👍' }],
		['reaction', { message_id: 'wamid.1', emoji: '' }],
	])('of type %s is taken, case %#', async (type, content) => {
		expect((await send(type, content)).status).toBe(200);
		expect((await chat()).at(-1)).toMatchObject({ type, content });
	});

	it.each<[string, unknown, number, string, object?]>([
		['text', { body: '' }, 131009, 'text.body'],
		['text', { body: long(4097) }, 131009, 'text.body'],
		['text', { body: 'x', bold: true }, 100, 'text.bold'],
		['text', {}, 131008, 'text.body'],
		['text', { body: 'x' }, 131009, 'messaging_product', { messaging_product: 'x' }],
		['text', { body: 'x' }, 131008, 'to', { to: undefined }],
		['text', { body: 'x' }, 131009, 'to', { to: 'Lena' }],
		['text', { body: 'x' }, 131009, 'recipient_type', { recipient_type: 'everybody' }],
		['text', { body: 'x' }, 100, 'subject', { subject: 'x' }],
		['image', { link, caption: long(1025) }, 131009, 'image.caption'],
		['image', { link: 'a.png' }, 131009, 'image.link'],
		['image', { link, id: '1' }, 131009, 'image'],
		['image', { caption: 'x' }, 131008, 'image'],
		['image', { id: '123456' }, 100, '123456'],
		['audio', { link, caption: 'x' }, 100, 'audio.caption'],
		['sticker', { link, caption: 'x' }, 100, 'sticker.caption'],
		['location', { latitude: 1 }, 131008, 'location.longitude'],
		['contacts', [], 131009, 'contacts'],
		['contacts', [{ name: { formatted_name: 'Ann' } }], 131009, 'contacts.0.name'],
		[
			'contacts',
			Array.from({ length: 258 }, () => ({ name: { formatted_name: 'A', first_name: 'A' } })),
			131009,
			'contacts',
		],
		[
			'contacts',
			[{ name: { formatted_name: 'A', first_name: 'A' }, birthday: '23.1.1999' }],
			131009,
			'contacts.0.birthday',
		],
		['reaction', { message_id: 'wamid.1' }, 131008, 'reaction.emoji'],
	])('of type %s is refused, case %#', async (type, content, code, field, ...[more]) => {
		const before = (await chat()).length;
		const answer = await refused(type, content, more);
		expect(answer).toMatchObject({ status: 400, code });
		expect(answer.details).toContain(field);
		expect(await chat()).toHaveLength(before);
	});

	it('of a type without content is refused, and so is a body that is no JSON', async () => {
		expect(
			(await api<MetaError>('POST', '/messages', { ...message('text', { body: 'x' }), type: 'image' })).body.error.code,
		).toBe(131008);
		expect(await api('POST', '/messages', '{"messaging_product":')).toMatchObject({
			status: 400,
			body: { error: 'Invalid JSON' },
		});
	});

	it('may have unknown fields when the check for them is switched off', async () => {
		await settings({ rejectUnknownFields: false });
		expect((await send('text', { body: 'x', bold: true }, { ttl: 5 })).status).toBe(200);
	});
});

describe("a customer's message", () => {
	it('is marked as read, with the typing indicator too', async () => {
		const id = (await chat()).find(({ from }) => from === 'customer')!.id;
		const read = { messaging_product: 'whatsapp', status: 'read', message_id: id };
		expect((await api('POST', '/messages', read)).body).toEqual({ success: true });
		expect((await api('POST', '/messages', { ...read, typing_indicator: { type: 'text' } })).body).toEqual({
			success: true,
		});
		const { conversation } = (
			await control<{ conversation: { unread: boolean } }>('GET', `/inbox/dialog360/${CUSTOMER}`)
		).body;
		expect(conversation.unread).toBe(false);
	});

	it.each([
		{ message_id: 'wamid.nobody' },
		{ message_id: undefined },
		{ typing_indicator: { type: 'audio' } },
		{ status: 'delivered' },
	])('is not with %j', async (change) => {
		const id = (await chat()).find(({ from }) => from === 'customer')!.id;
		expect(
			(await api('POST', '/messages', { messaging_product: 'whatsapp', status: 'read', message_id: id, ...change }))
				.status,
		).toBe(400);
	});
});
