import { createHash, randomBytes } from 'node:crypto';

import { until, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const { partoo, text, send, messages, control, settings } = sandbox;

const LINK = 'https://files.example/tour.mp4';

const statusOf = async (conversationId: number, id: number) =>
	(await messages(conversationId)).find((message) => message.id === id)?.status;

const upload = (bytes: Uint8Array<ArrayBuffer>, changes: Record<string, string> = {}, type = 'image/png') => {
	const form = new FormData();
	const fields = { conversation_id: '1001', content_type: 'Image', ...changes };
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append('image', new Blob([bytes], { type }), 'photo.png');
	return form;
};

describe('a text message', () => {
	test('is answered with an id, sent as the business, and shown in the conversation as Sending', async () => {
		const id = await send(1001, 'Hello John');
		expect(Number.isInteger(id)).toBe(true);
		const message = (await messages(1001)).at(-1);
		expect(message).toEqual({
			id,
			conversation_id: 1001,
			date: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00$/),
			content_type: 'Text',
			sender_type: 'User',
			sender_label: 'Jane Doe',
			status: 'Sending',
			is_deleted: false,
			is_automated: false,
			content: 'Hello John',
			user_id: null,
			custom_channel: null,
		});
	});

	test('arrives by itself after the set time', async () => {
		await settings({ sendingMs: 60 });
		const id = await send(1001, 'Hello');
		expect(await statusOf(1001, id)).toBe('Sending');
		await until(async () => (await statusOf(1001, id)) === 'Success');
	});

	test('stays Sending when it says #stuck, until its fate is decided', async () => {
		await settings({ sendingMs: 0 });
		const id = await send(1001, 'Hello #stuck');
		await new Promise((resolve) => setTimeout(resolve, 60));
		expect(await statusOf(1001, id)).toBe('Sending');
		await control('POST', '/partoo/outcome', { messageId: id, status: 'Failed' });
		expect(await statusOf(1001, id)).toBe('Failed');
	});

	test('is not delivered again by a timer that was started before its fate was decided', async () => {
		await settings({ sendingMs: 80 });
		const id = await send(1001, 'Hello');
		await control('POST', '/partoo/outcome', { messageId: id, status: 'Failed' });
		await new Promise((resolve) => setTimeout(resolve, 160));
		expect(await statusOf(1001, id)).toBe('Failed');
	});
});

describe('a retry', () => {
	test('delivers a message that failed, with the id it had', async () => {
		await settings({ sendingMs: 20 });
		const id = await send(1001, 'Hello #fail');
		await until(async () => (await statusOf(1001, id)) === 'Failed');
		const before = (await messages(1001)).length;
		expect((await partoo('POST', `/messages/${id}/retry`, {})).body).toEqual({ status: 'success' });
		await until(async () => (await statusOf(1001, id)) === 'Success');
		expect(await messages(1001)).toHaveLength(before);
	});

	test('fails once more when the text says #fail-always', async () => {
		await settings({ sendingMs: 20 });
		const id = await send(1001, 'Hello #fail-always');
		await until(async () => (await statusOf(1001, id)) === 'Failed');
		await partoo('POST', `/messages/${id}/retry`, {});
		expect(await statusOf(1001, id)).toBe('Sending');
		await until(async () => (await statusOf(1001, id)) === 'Failed');
	});

	test('is refused for a message that did not fail, and for one that does not exist', async () => {
		const id = await send(1001, 'Hello');
		expect((await partoo('POST', `/messages/${id}/retry`, {})).status).toBe(400);
		expect((await partoo('POST', '/messages/999999/retry', {})).status).toBe(404);
	});
});

describe('media', () => {
	test('by link are taken in the places where the documentation puts the link', async () => {
		const image = { conversation_id: 1001, content_type: 'Image', url: 'https://files.example/shop.jpg' };
		expect((await partoo('POST', '/messages', image)).status).toBe(200);
		expect((await messages(1001)).at(-1)).toMatchObject({ content_type: 'Image', content: image.url });
		for (const kind of ['Video', 'Audio', 'Document']) {
			const body = { conversation_id: 1001, content_type: kind, content: { url: LINK } };
			expect((await partoo('POST', '/messages', body)).status).toBe(200);
			expect((await messages(1001)).at(-1)).toMatchObject({
				content_type: kind,
				content: { url: LINK, file_name: 'tour.mp4' },
			});
		}
	});

	test.each([
		['a link that is no web address', { content_type: 'Video', content: { url: 'file:///etc/passwd' } }, 'content.url'],
		['a video with its link beside the content only', { content_type: 'Video', url: LINK }, 'content'],
		['an image with its link in the content', { content_type: 'Image', content: { url: LINK } }, 'url'],
		['a text without content', { content_type: 'Text' }, 'content'],
		['a kind that does not exist', { content_type: 'Sticker', content: 'x' }, 'content_type'],
		['a field that Partoo does not know', { content_type: 'Text', content: 'x', caption: 'y' }, 'caption'],
		['a conversation id in quotes', { content_type: 'Text', content: 'x', conversation_id: '1001' }, 'conversation_id'],
	])('%s is refused, and the answer names the field', async (_what, body, field) => {
		const before = (await messages(1001)).length;
		const answer = await partoo<{ error: { json: Record<string, string[]> } }>('POST', '/messages', {
			conversation_id: 1001,
			...body,
		});
		expect(answer.status).toBe(400);
		expect(answer.body.error.json[field]).toEqual([expect.any(String)]);
		expect(await messages(1001)).toHaveLength(before);
	});

	test.each([
		['SMS', 1003, 'Image', 403],
		['SMS', 1003, 'Document', 403],
		['Instagram', 1002, 'Document', 403],
		['Instagram', 1002, 'Image', 200],
		['Whatsapp', 1004, 'Document', 200],
		['a custom channel', 1005, 'Image', 200],
	])(
		'on %s (conversation %i), a message of type %s is answered with %i',
		async (_channel, conversation_id, content_type, status) => {
			const media = content_type === 'Image' ? { url: LINK } : { content: { url: LINK } };
			expect((await partoo('POST', '/messages', { conversation_id, content_type, ...media })).status).toBe(status);
		},
	);
});

describe('an uploaded image', () => {
	test('is stored byte for byte and can be loaded from the link in the message', async () => {
		const bytes = Uint8Array.from(randomBytes(300_000));
		expect((await partoo('POST', '/messages', upload(bytes))).status).toBe(200);
		const shown = await fetch(String((await messages(1001)).at(-1)?.content));
		expect(shown.headers.get('content-type')).toBe('image/png');
		expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		expect((await sandbox.requests())[0]?.body).toEqual({
			fields: { conversation_id: '1001', content_type: 'Image' },
			files: [{ field: 'image', fileName: 'photo.png', contentType: 'image/png', size: 300_000, sha256 }],
		});
	});

	test('of exactly 5 MB is taken, one byte more is not', async () => {
		const limit = 5 * 1024 * 1024;
		expect((await partoo('POST', '/messages', upload(new Uint8Array(limit)))).status).toBe(200);
		const shown = await fetch(String((await messages(1001)).at(-1)?.content));
		expect((await shown.arrayBuffer()).byteLength).toBe(limit);
		const tooBig = await partoo('POST', '/messages', upload(new Uint8Array(limit + 1)));
		expect(tooBig).toMatchObject({ status: 400, body: { error: { json: { image: [expect.any(String)] } } } });
	});

	test('is refused when it is no picture, no image part is there, or a part is unknown', async () => {
		const one = new Uint8Array(10);
		expect((await partoo('POST', '/messages', upload(one, {}, 'application/pdf'))).status).toBe(400);
		expect((await partoo('POST', '/messages', upload(one, { caption: 'Hi' }))).status).toBe(400);
		const bare = new FormData();
		bare.append('conversation_id', '1001');
		bare.append('content_type', 'Image');
		expect((await partoo('POST', '/messages', bare)).body).toMatchObject({
			error: { json: { image: [expect.any(String)] } },
		});
	});
});

describe('where the documentation contradicts itself', () => {
	test.each(['required', 'both'])(
		'the reading "%s" demands the date and the link at the top',
		async (strictReading) => {
			await settings({ strictReading });
			expect((await partoo('POST', '/messages', text(1001, 'Hi'))).body).toMatchObject({
				error: { json: { date: [expect.any(String)] } },
			});
			const video = {
				conversation_id: 1001,
				content_type: 'Video',
				content: { url: LINK },
				date: '2026-01-31T16:22:17.000Z',
			};
			expect((await partoo('POST', '/messages', video)).body).toMatchObject({
				error: { json: { url: [expect.any(String)] } },
			});
			expect((await partoo('POST', '/messages', { ...video, url: LINK })).status).toBe(200);
		},
	);

	test('a date is welcome in the usual reading too, but only as a date', async () => {
		expect((await partoo('POST', '/messages', { ...text(1001, 'Hi'), date: '2026-01-31T16:22:17Z' })).status).toBe(200);
		expect((await partoo('POST', '/messages', { ...text(1001, 'Hi'), date: 'today' })).status).toBe(400);
	});

	test('unknown fields pass when the check for them is switched off', async () => {
		await settings({ rejectUnknownFields: false });
		expect((await partoo('POST', '/messages', { ...text(1001, 'Hi'), caption: 'x' })).status).toBe(200);
		expect(
			(await partoo('POST', '/messages', { conversation_id: 1001, content_type: 'Text', caption: 'x' })).status,
		).toBe(400);
	});
});
