import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { downloadPath } from '../../../../nodes/Dialog360/media/mediaDetails';
import { readBinary } from '../../../engine';
import { Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

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

	it.each([
		['a login page', { status: 200, body: '<title>Log in</title>' }],
		['nothing', { status: 204, body: '' }],
		['a part', { status: 206, body: bytes.toString() }],
	])('takes %s for no file where 360dialog told of more', async (_, answer) => {
		await offer({ file_size: 50_000 });
		await bench.fault([{ method: 'GET', path: '^/whatsapp_business/', effect: 'status', times: null, ...answer }]);
		const { error, items } = await bench.run('media.download', { mediaId: '555555' }, { apiKey: bench.newKey() });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/^The file did not come whole from 360dialog: \d+ of 50000 bytes/);
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
