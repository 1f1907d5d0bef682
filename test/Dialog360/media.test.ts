import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { binaryItem, readBinary } from '../engine';
import type { MultipartBody } from '../sandboxClient';
import { downloadPath } from '../../nodes/Dialog360/media/mediaDetails';
import { CUSTOMER, Dialog360Bench, fromField } from './dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const uploads = async () => await bench.sandbox.requests<MultipartBody>({ method: 'POST', path: '/media' });
const pdf = async (data: Buffer | number = Buffer.from('%PDF-1.7'), mode?: 'memory' | 'filesystem') =>
	await binaryItem({ fileName: 'Invoice "1".pdf', mimeType: 'application/pdf', data, mode });
const document = { to: CUSTOMER, messageType: 'document', media: fromField('data') };

describe.each(['memory', 'filesystem'] as const)('a file of a binary field (%s)', (mode) => {
	it('is uploaded and sent in one step, with its name and an exact length', async () => {
		const data = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 31) % 256));
		const { error } = await bench.run(
			'message.send',
			{ ...document, caption: 'Yours' },
			{ items: [await pdf(data, mode)], binaryMode: mode },
		);
		expect(error?.message).toBeUndefined();
		const [upload] = await uploads();
		expect(upload?.headers['content-length']).toMatch(/^2\d{5}$/);
		expect(upload?.body.fields).toEqual({ messaging_product: 'whatsapp' });
		expect(upload?.body.files).toEqual([
			{
				field: 'file',
				fileName: 'Invoice %221%22.pdf',
				contentType: 'application/pdf',
				size: data.length,
				sha256: createHash('sha256').update(data).digest('hex'),
			},
		]);
		expect((await bench.bodies())[0]).toMatchObject({
			type: 'document',
			document: { id: expect.stringMatching(/^\d+$/), caption: 'Yours', filename: 'Invoice "1".pdf' },
		});
	});

	it('is uploaded once for many recipients, and one ID goes to all', async () => {
		const item = await pdf(undefined, mode);
		const items = Array.from({ length: 12 }, () => ({ json: {}, binary: item.binary }));
		const { status } = await bench.run('message.send', document, { items, binaryMode: mode });
		expect(status).toBe('success');
		expect(await uploads()).toHaveLength(1);
		const ids = (await bench.bodies()).map(({ document: sent }) => (sent as { id: string }).id);
		expect(ids).toHaveLength(12);
		expect(new Set(ids).size).toBe(1);
	});
});

describe('an upload that fails', () => {
	it('is repeated when the answer was lost, since it reaches no customer', async () => {
		await bench.fault([{ method: 'POST', path: '^/media$', effect: 'lostAnswer' }]);
		const { status } = await bench.run('message.send', document, { items: [await pdf()] });
		expect(status).toBe('success');
		expect(await uploads()).toHaveLength(2);
		expect(await bench.bodies()).toHaveLength(1);
	});

	it('leaves no doubt about the message', async () => {
		await bench.fault([
			{
				method: 'POST',
				path: '^/media$',
				effect: 'status',
				status: 500,
				times: null,
				body: { error: 'Internal server error' },
			},
		]);
		const { items } = await bench.run('message.send', document, {
			items: [await pdf()],
			onError: 'continueRegularOutput',
		});
		expect(items[0]?.json.error).toContain('Internal server error; the message was not sent');
		expect(items[0]?.json.details).toMatchObject({ maybeSent: false, httpCode: '500' });
		expect(await bench.bodies()).toEqual([]);
	});
});

describe('kind and size', () => {
	it.each([
		[
			'image',
			'application/pdf',
			10,
			"'Media' holds a file of type application/pdf; WhatsApp takes JPEG or PNG as image",
		],
		['image', 'image/png', 5 * 1024 * 1024 + 1, "'Media' holds a file of 5.1 MB; WhatsApp takes up to 5 MB as image"],
		['video', 'video/webm', 10, 'WhatsApp takes MP4 or 3GP as video'],
		['audio', 'audio/wav', 10, 'WhatsApp takes AAC, AMR, MP3, M4A or OGG (Opus) as audio'],
		['sticker', 'image/webp', 500 * 1024 + 1, "'Media' holds a file of 501 KB; WhatsApp takes up to 500 KB as sticker"],
		['document', 'application/pdf', 0, "'Media' holds an empty file"],
	])('%s of type %s with %i bytes is refused before anything is sent', async (messageType, mimeType, size, message) => {
		const item = await binaryItem({ fileName: 'a', mimeType, data: Buffer.alloc(size) });
		const { error } = await bench.run('message.send', { ...document, messageType }, { items: [item] });
		expect(error?.message).toContain(message);
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('a document of more than 100 MB is refused', async () => {
		const item = await pdf(100 * 1024 * 1024 + 1, 'filesystem');
		const { error } = await bench.run('media.upload', {}, { items: [item], binaryMode: 'filesystem' });
		expect(error?.message).toContain(
			"'Binary Field' holds a file of 100.1 MB; WhatsApp takes up to 100 MB as document",
		);
	});

	it('an audio with parameters in its MIME type is what it says', async () => {
		const item = await binaryItem({ fileName: 'a.ogg', mimeType: 'audio/ogg; codecs=opus', data: Buffer.from('OggS') });
		const { items } = await bench.run('media.upload', {}, { items: [item] });
		expect(items[0]?.json).toMatchObject({
			kind: 'audio',
			fileName: 'a.ogg',
			size: 4,
			id: expect.stringMatching(/^\d+$/),
		});
	});
});

describe('Download', () => {
	const bytes = Buffer.from('a file of a customer');
	const details = {
		messaging_product: 'whatsapp',
		id: '555555',
		url: 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=5&hash=a%2Fb',
		mime_type: 'image/jpeg',
		file_size: 20,
	};
	const offer = async (more = {}, id = '555555') =>
		await bench.fault([
			{ method: 'GET', path: `^/${id}$`, effect: 'status', status: 200, body: { ...details, ...more }, times: null },
			{
				method: 'GET',
				path: '^/whatsapp_business/',
				effect: 'status',
				status: 200,
				body: bytes.toString(),
				times: null,
				headers: { 'content-type': 'image/jpeg' },
			},
		]);

	it.each(['memory', 'filesystem'] as const)(
		'puts the file with name and MIME type into a field (%s)',
		async (binaryMode) => {
			await offer();
			const { items } = await bench.run(
				'media.download',
				{ mediaId: '555555', binaryPropertyName: 'photo' },
				{ binaryMode, apiKey: bench.newKey() },
			);
			expect(items[0]?.binary?.photo).toMatchObject({ fileName: '555555.jpg', mimeType: 'image/jpeg' });
			expect((await readBinary(items[0]!, 'photo')).toString()).toContain('a file of a customer');
			expect(items[0]?.json).toEqual({
				messaging_product: 'whatsapp',
				id: '555555',
				mime_type: 'image/jpeg',
				file_size: 20,
			});
			const request = (await bench.sandbox.requests({ path: /^\/whatsapp_business/ }))[0];
			expect(request?.query).toEqual({ mid: '5', hash: 'a/b' });
		},
	);

	it('says what 360dialog says when the file itself is refused', async () => {
		await bench.fault([
			{
				method: 'GET',
				path: '^/whatsapp_business/',
				effect: 'status',
				status: 400,
				body: { error: { message: 'URL expired', code: 131052 } },
			},
		]);
		await offer();
		const { error } = await bench.run('media.download', { mediaId: '555555' }, { apiKey: bench.newKey() });
		expect(error?.message).toBe('360dialog refused the request (HTTP 400): URL expired [item 0]');
		expect(error?.context).toMatchObject({ code: '131052' });
	});

	it('fetches the file again when the connection broke', async () => {
		await bench.fault([{ method: 'GET', path: '^/whatsapp_business/', effect: 'lostAnswer' }]);
		await offer();
		const { items } = await bench.run('media.download', { mediaId: '555555' }, { apiKey: bench.newKey() });
		expect(items[0]?.binary?.data?.fileName).toBe('555555.jpg');
	});

	it('takes the name that the trigger gave', async () => {
		await offer();
		const { items } = await bench.run(
			'media.download',
			{ mediaId: '555555', options: { downloadName: 'menu.jpg' } },
			{ apiKey: bench.newKey() },
		);
		expect(items[0]?.binary?.data?.fileName).toBe('menu.jpg');
	});

	it('never sends the key to another host', async () => {
		await offer({ url: 'https://evil.example.com/whatsapp_business/attachments/?mid=5' });
		const { error } = await bench.run('media.download', { mediaId: '555555' }, { apiKey: bench.newKey() });
		expect(error?.message).toContain('evil.example.com');
		expect(await bench.sandbox.requests({ path: /^\/whatsapp_business/ })).toEqual([]);
	});

	it.each([
		'http://lookaside.fbsbx.com/x',
		'https://lookaside.fbsbx.com.evil.com/x',
		'https://lookaside.fbsbx.com@evil.com/x',
		undefined,
		'x',
	])('refuses the address %s', (url) => {
		expect(() => downloadPath(url, 'https://waba-v2.360dialog.io')).toThrow("not WhatsApp's");
	});

	it('an ID that is not there is asked for once, not by each item and not in the next run', async () => {
		await bench.fault([
			{
				method: 'GET',
				path: '^/404404$',
				effect: 'status',
				status: 404,
				body: { error: { message: 'Unsupported get request', code: 100, fbtrace_id: 'T' } },
				times: null,
			},
		]);
		const apiKey = bench.newKey();
		const items = Array.from({ length: 6 }, () => ({ json: {} }));
		const run = async () =>
			await bench.run('media.download', { mediaId: '404404' }, { items, apiKey, onError: 'continueRegularOutput' });
		expect((await run()).items.every(({ json }) => String(json.error).includes('Unsupported get request'))).toBe(true);
		const again = await run();
		expect(await bench.sandbox.requests({ path: '/404404' })).toHaveLength(1);
		expect(again.items[0]?.json.details).toMatchObject({
			code: '100',
			nextStep: expect.stringContaining('not asked for again within an hour'),
		});
	});
});

describe('a download that breaks off midway', () => {
	const whole = Buffer.alloc(300_000, 'x');

	/** 360dialog with one file, of which the first answers end in the middle. */
	async function withBrokenAnswers(broken: number, work: (baseUrl: string) => Promise<void>): Promise<void> {
		let answers = 0;
		const server = createServer((request, response) => {
			if (!request.url!.startsWith('/file')) {
				response.setHeader('content-type', 'application/json');
				response.end(
					JSON.stringify({ id: '777777', url: 'https://lookaside.fbsbx.com/file?mid=7', mime_type: 'application/pdf' }),
				);
				return;
			}
			response.setHeader('content-length', whole.length);
			if (++answers > broken) response.end(whole);
			else response.write(whole.subarray(0, 1000), () => response.destroy());
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		server.close();
	}

	it.each(['memory', 'filesystem'] as const)('is fetched again until it is whole (%s)', async (binaryMode) => {
		await withBrokenAnswers(2, async (baseUrl) => {
			const { items, error } = await bench.run('media.download', { mediaId: '777777' }, { baseUrl, binaryMode });
			expect(error?.message).toBeUndefined();
			expect((await readBinary(items[0]!)).equals(whole)).toBe(true);
			expect(items[0]?.binary?.data).toMatchObject({ fileName: '777777.pdf', mimeType: 'application/pdf' });
		});
	});

	it('fails with the cause when it never comes whole', async () => {
		await withBrokenAnswers(Infinity, async (baseUrl) => {
			const { error } = await bench.run('media.download', { mediaId: '777777' }, { baseUrl, binaryMode: 'filesystem' });
			expect(error?.message).toContain('The file did not come whole from 360dialog');
		});
	});
});

describe('Get and Delete', () => {
	it('Delete says so', async () => {
		await bench.fault([
			{ method: 'DELETE', path: '^/555555$', effect: 'status', status: 200, body: { success: true } },
		]);
		const { items } = await bench.run('media.delete', { mediaId: '555555' });
		expect(items[0]?.json).toEqual({ deleted: true, id: '555555' });
	});

	it('Get answers what 360dialog knows', async () => {
		await bench.fault([
			{
				method: 'GET',
				path: '^/555555$',
				effect: 'status',
				status: 200,
				body: { id: '555555', mime_type: 'image/png' },
			},
		]);
		const { items } = await bench.run('media.get', { mediaId: '={{ 555555 }}' }, { apiKey: bench.newKey() });
		expect(items[0]?.json).toEqual({ id: '555555', mime_type: 'image/png' });
	});
});
