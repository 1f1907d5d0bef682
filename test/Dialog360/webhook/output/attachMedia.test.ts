import type { INodeParameters } from 'n8n-workflow';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageChange } from '../../../../sandbox/dialog360/webhooks/samples';
import { patternBytes, readBinary, useBinaryMode } from '../../../engine';
import type { BinaryMode, TriggerBench } from '../../../engine';
import { deliver, startManual } from '../../trigger';

/** Stands for 360dialog's files: details below an ID, bytes below WhatsApp's path. */
let server: Server;

let asked: string[] = [];
let keys: unknown[] = [];
let answer: (path: string, response: ServerResponse) => void;
let trigger: TriggerBench;
const MEDIA = /attachments/;
const BYTES = patternBytes(300_000);

const details = (id: string, host = 'lookaside.fbsbx.com') =>
	JSON.stringify({
		messaging_product: 'whatsapp',
		id,
		url: `https://${host}/whatsapp_business/attachments/?mid=${id}&ext=1`,
		mime_type: 'image/jpeg',
		file_size: BYTES.length,
	});

const good = (path: string, response: ServerResponse) =>
	MEDIA.test(path)
		? response.end(BYTES)
		: response.writeHead(200, { 'content-type': 'application/json' }).end(details(path.slice(1)));

beforeAll(async () => {
	server = createServer(({ url = '', headers }, response) => {
		asked.push(url);
		keys.push(headers['d360-api-key']);
		answer(url, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	asked = [];
	keys = [];
	answer = good;
});
afterEach(async () => await trigger.stop());

let accounts = 0;

async function start(options: INodeParameters = {}): Promise<void> {
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	trigger = await startManual(
		{ options: { downloadMedia: true, ...options } },
		{ credential: { baseUrl, apiKey: `key-${++accounts}` } },
	);
}

const item = (index = 0) => trigger.outputs[0]![0]![index]!;

describe('Download Media', () => {
	it.each([
		['a login page', '<title>Log in</title>'],
		['the half of it', BYTES.subarray(0, BYTES.length / 2)],
		['nothing', ''],
	])('says so where %s came in place of the file', async (_, body) => {
		answer = (path, response) => (MEDIA.test(path) ? response.end(body) : good(path, response));
		await start();
		expect(await deliver(trigger, messageChange('image'))).toBe(200);
		expect(item()).toMatchObject({
			json: { isDownloaded: false, downloadNote: expect.stringContaining('did not come whole from 360dialog') },
		});
		expect(item().binary).toBeUndefined();
	});

	it.each<BinaryMode>(['memory', 'filesystem'])('puts the file into the item (%s)', async (mode) => {
		await useBinaryMode(mode);
		await start();
		expect(await deliver(trigger, messageChange('image'))).toBe(200);
		expect((await readBinary(item())).equals(BYTES)).toBe(true);
		expect(item()).toMatchObject({
			json: { isDownloaded: true, downloadNote: null },
			binary: { data: { fileName: '1003383421387256.jpg', mimeType: 'image/jpeg' } },
		});
		expect(asked).toEqual(['/1003383421387256', '/whatsapp_business/attachments/?mid=1003383421387256&ext=1']);
		expect(new Set(keys)).toEqual(new Set([`key-${accounts}`]));
		await useBinaryMode('memory');
	});

	it('keeps the name and the type that the customer gave the file', async () => {
		await start();
		await deliver(trigger, messageChange('document'));
		expect(item().binary?.data).toMatchObject({ fileName: 'invoice.pdf', mimeType: 'application/pdf' });
	});

	it('is off until the user wants it', async () => {
		await start({ downloadMedia: false });
		await deliver(trigger, messageChange('image'));
		expect(asked).toEqual([]);
		expect(item().json).not.toHaveProperty('isDownloaded');
	});

	it('asks for nothing where a message has no file, or is not wanted', async () => {
		await start();
		await deliver(trigger, messageChange('text'));
		const image = messageChange('image');
		for (let call = 0; call < 3; call++) await deliver(trigger, image);
		expect(asked).toHaveLength(2);
	});

	it('fetches the files of one call at the same time', async () => {
		answer = (path, response) => void sleep(300).then(() => good(path, response));
		await start();
		const began = performance.now();
		await deliver(trigger, ...['image', 'video', 'audio', 'sticker'].map((kind) => messageChange(kind)));
		expect(performance.now() - began).toBeLessThan(2_000);
		expect([0, 1, 2, 3].map((index) => item(index).json.isDownloaded)).toEqual([true, true, true, true]);
	});

	it.each<[string, (path: string, response: ServerResponse) => void]>([
		['never begins', () => undefined],
		[
			'never ends',
			(path, response) =>
				MEDIA.test(path)
					? void response.writeHead(200, { 'content-length': BYTES.length }).write(BYTES.subarray(0, 1000))
					: good(path, response),
		],
	])('starts the run in time without a file that %s, and says so', async (_, slow) => {
		answer = slow;
		await start();
		const began = performance.now();
		expect(await deliver(trigger, messageChange('image'), messageChange('text'))).toBe(200);
		expect(performance.now() - began).toBeLessThan(4_500);
		expect(item().json).toMatchObject({
			isDownloaded: false,
			downloadNote: expect.stringMatching(/Media > Download.*1003383421387256/),
		});
		expect(item().binary).toBeUndefined();
		expect(item(1).json.text).toBe('Does it come in another color?');
	});

	it.each<[string, (path: string, response: ServerResponse) => void]>([
		[
			'unknown',
			(_path, response) =>
				response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"gone","code":100}}'),
		],
		['refused', (path, response) => (MEDIA.test(path) ? response.writeHead(403).end('no') : good(path, response))],
		['elsewhere', (path, response) => response.end(details(path.slice(1), 'evil.example.com'))],
		[
			'cut',
			(path, response) =>
				MEDIA.test(path)
					? void response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy())
					: good(path, response),
		],
	])('starts the run without a file that is %s', async (_, bad) => {
		answer = bad;
		await start();
		expect(await deliver(trigger, messageChange('image'))).toBe(200);
		expect(item().json.isDownloaded).toBe(false);
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('starts without a file') }),
		);
		expect(JSON.stringify([trigger.logs, item().json])).not.toContain(`key-${accounts}`);
	});

	it('does not ask again for a file that 360dialog does not have: it blocks a number that does', async () => {
		answer = (_path, response) => response.writeHead(404).end('{}');
		await start();
		for (let call = 0; call < 8; call++) await deliver(trigger, messageChange('image'));
		expect(asked).toHaveLength(1);
	});

	it('leaves a raw item as it came', async () => {
		await start({ rawOnly: true });
		const change = messageChange('image');
		await deliver(trigger, change);
		expect(item().json).toMatchObject(change);
		expect(item().json).not.toHaveProperty('isDownloaded');
		expect((await readBinary(item())).equals(BYTES)).toBe(true);
	});
});
