import { createHash } from 'node:crypto';
import { binaryItem } from '../../../engine';
import type { MultipartBody } from '../../../sandboxClient';
import { byId, EXPIRED, FACEBOOK, INSTAGRAM, numbered, PartooBench, SMS, WITH_ISSUES } from '../../partoo';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const posts = async () => await bench.sandbox.requests({ method: 'POST', path: '/messages' });

describe('a text', () => {
	it('arrives as JSON with numbers for IDs and comes out as a delivery status', async () => {
		const { items, status } = await bench.run('message.send', {
			conversationId: byId(FACEBOOK),
			text: 'Hello "Ana" – ☕\n2',
		});
		const [request] = await posts();
		expect(request?.body).toEqual({ conversation_id: 1001, content_type: 'Text', content: 'Hello "Ana" – ☕\n2' });
		expect(request?.headers['content-type']).toBe('application/json');
		expect(status).toBe('success');
		expect(items).toEqual([
			{
				json: {
					messageId: expect.stringMatching(/^\d+$/),
					conversationId: FACEBOOK,
					recipient: null,
					status: 'sending',
					isFinal: false,
					errorCode: null,
					errorMessage: null,
					provider: 'partoo',
					providerStatus: 'Sending',
					timestamp: null,
					raw: { status: 'success', message_id: expect.any(Number) },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is sent once per item, each linked to its own', async () => {
		const run = await bench.run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: '=Number {{ $json.n }}' },
			{ items: numbered(12), nextNodeExpression: "={{ $('Start').item.json.n }}" },
		);
		expect(run.nextNodeValues).toEqual(numbered(12).map(({ json }) => json.n));
		expect((await posts()).map(({ body }) => body.content).sort()).toEqual(
			numbered(12)
				.map(({ json }) => `Number ${json.n}`)
				.sort(),
		);
		expect((await bench.sandbox.stats()).duplicates).toBe(0);
	});

	it('takes a conversation ID by expression, as a number too', async () => {
		const { status } = await bench.run(
			'message.send',
			{ conversationId: byId('={{ $json.conversation }}'), text: 'Hi' },
			{ items: [{ json: { conversation: 1001 } }] },
		);
		expect(status).toBe('success');
	});
});

describe('media by URL', () => {
	it.each([
		['Image', { url: 'https://example.com/a.png' }],
		['Video', { content: { url: 'https://example.com/a.png' } }],
		['Audio', { content: { url: 'https://example.com/a.png' } }],
		['Document', { content: { url: 'https://example.com/a.png' } }],
	])('an %s carries its address where Partoo reads it', async (messageType, content) => {
		const parameters = { conversationId: byId(FACEBOOK), messageType, mediaUrl: 'https://example.com/a.png' };
		const { items } = await bench.run('message.send', parameters);
		expect((await posts())[0]?.body).toEqual({ conversation_id: 1001, content_type: messageType, ...content });
		expect(items[0]?.json.status).toBe('sending');
	});
});

describe.each(['memory', 'filesystem'] as const)('an image from a binary field (%s)', (mode) => {
	it('arrives whole as multipart, with its name, type and an exact length', async () => {
		const data = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256));
		const { status, error } = await bench.run(
			'message.send',
			{ conversationId: byId(FACEBOOK), messageType: 'Image', imageSource: 'binary', binaryPropertyName: 'photo' },
			{
				items: [await binaryItem({ fileName: 'Crème "1".png', mimeType: 'image/png', data, mode, property: 'photo' })],
				binaryMode: mode,
			},
		);
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		const [request] = await bench.sandbox.requests<MultipartBody & Record<string, never>>({ path: '/messages' });
		expect(request?.contentLength).toBeGreaterThan(data.length);
		expect(request?.transferEncoding).toBeNull();
		expect(request?.body.fields).toEqual({ conversation_id: '1001', content_type: 'Image' });
		expect(request?.body.files).toEqual([
			expect.objectContaining({
				field: 'image',
				contentType: 'image/png',
				size: data.length,
				sha256: createHash('sha256').update(data).digest('hex'),
			}),
		]);
	});
});

describe('what can be told before sending', () => {
	const text = { conversationId: byId(FACEBOOK), text: 'Hi' };
	const media = { conversationId: byId(FACEBOOK), messageType: 'Video' };
	const upload = { conversationId: byId(FACEBOOK), messageType: 'Image', imageSource: 'binary' };
	it.each([
		['an empty text', { ...text, text: '  ' }, "'Text' is empty [item 0]"],
		['no conversation', { ...text, conversationId: byId('={{ "" }}') }, "'Conversation' is empty [item 0]"],
		[
			'a conversation that is no number',
			{ ...text, conversationId: byId('12a') },
			'\'Conversation\' must be a whole number, not "12a" [item 0]',
		],
		[
			'a file path',
			{ ...media, mediaUrl: '/tmp/a.mp4' },
			'\'URL\' holds "/tmp/a.mp4", which is no complete URL [item 0]',
		],
		[
			'an FTP address',
			{ ...media, mediaUrl: 'ftp://example.com/a.mp4' },
			"'URL' must begin with http:// or https://, not ftp: [item 0]",
		],
		[
			'an address with a password',
			{ ...media, mediaUrl: 'https://me:secret@example.com/a.mp4' },
			"'URL' carries a user name or password [item 0]",
		],
		[
			'body fields that are no JSON',
			{ ...text, options: { additionalBodyFields: '{date' } },
			"'Additional Body Fields' is no valid JSON at line 1, column 2; there it reads: {date [item 0]",
		],
		[
			'body fields that are a list',
			{ ...text, options: { additionalBodyFields: '[1]' } },
			"'Additional Body Fields' holds a list and wants a JSON object [item 0]",
		],
		[
			'a binary field that is not there',
			upload,
			'\'Input Binary Field\' names "data", and the item has no such binary field [item 0]',
		],
	])('%s sends nothing and names the field', async (_, parameters, message) => {
		const { error } = await bench.run('message.send', parameters);
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(await posts()).toEqual([]);
	});

	it('an image over 5 MB is refused with its size', async () => {
		const items = [await binaryItem({ fileName: 'big.png', mimeType: 'image/png', data: 6 * 1024 * 1024 })];
		const { error } = await bench.run('message.send', upload, { items });
		expect(error?.message).toBe(
			"'Input Binary Field' holds an image of 6.0 MB; Partoo takes images up to 5 MB [item 0]",
		);
		expect(await posts()).toEqual([]);
	});

	it('an empty file is refused', async () => {
		const items = [
			await binaryItem({ fileName: 'none.png', mimeType: 'image/png', data: Buffer.alloc(0), mode: 'filesystem' }),
		];
		const { error } = await bench.run('message.send', upload, { items });
		expect(error?.message).toContain('holds an empty file');
	});

	it('names the binary fields that are there', async () => {
		const items = [await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: 10, property: 'photo' })];
		const { error } = await bench.run('message.send', upload, { items });
		expect(error?.description).toContain('The item has: "photo"');
	});
});

describe('Check Conversation First', () => {
	const image = { messageType: 'Image', mediaUrl: 'https://example.com/a.png' };
	const options = { checkConversation: true };
	it.each([
		['an expired conversation', EXPIRED, { text: 'Hi' }, 'has expired'],
		['a conversation with issues', WITH_ISSUES, { text: 'Hi' }, 'has issues (facebook_no_page_linked)'],
		['an image by SMS', SMS, image, 'is on SMS, which takes no image'],
		[
			'a document on Instagram',
			INSTAGRAM,
			{ ...image, messageType: 'Document' },
			'is on Instagram, which takes no document',
		],
	])('refuses %s with one request and sends nothing', async (_, id, content, message) => {
		const { error } = await bench.run('message.send', { conversationId: byId(id), ...content, options });
		expect(error?.message).toContain(message);
		expect((await bench.sandbox.requests()).map(({ method }) => method)).toEqual(['GET']);
	});

	it('refuses a closed conversation and says how to open it', async () => {
		const [id] = await bench.sandbox.createConversations({ status: 'Closed' });
		const { error } = await bench.run('message.send', { conversationId: byId(id), text: 'Hi', options });
		expect(error?.message).toContain('is closed');
		expect(error?.description).toContain('Conversation > Update');
	});

	it('lets a good message through', async () => {
		const { status } = await bench.run('message.send', { conversationId: byId(FACEBOOK), ...image, options });
		expect(status).toBe('success');
		expect((await bench.sandbox.requests()).map(({ method }) => method)).toEqual(['GET', 'POST']);
	});
});

describe('Additional Body Fields', () => {
	it('are added to the body and win over the form', async () => {
		const options = { additionalBodyFields: '{"date": "2026-01-31T16:22:17Z", "content": "Other"}' };
		await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi', options });
		expect((await posts())[0]?.body).toEqual({
			conversation_id: 1001,
			content_type: 'Text',
			content: 'Other',
			date: '2026-01-31T16:22:17Z',
		});
	});
});
