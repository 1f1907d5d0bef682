import { sleep } from 'n8n-workflow';

import {
	binaryItem,
	patternBytes,
	readBinary,
	runCredentialTest,
	runListSearch,
	runNode,
	type RunOptions,
} from './engine';
import { Try, TryApi } from './engine/tryNode';
import { startTryServer } from './engine/tryServer';

let server: Awaited<ReturnType<typeof startTryServer>>;

beforeAll(async () => {
	server = await startTryServer();
});

beforeEach(() => {
	server.seen.length = 0;
	server.reply = () => ({});
});

afterAll(async () => await server.close());

function run(options: Partial<RunOptions> = {}) {
	return runNode({
		node: new Try(),
		parameters: { text: 'Hello' },
		credentials: { tryApi: { apiKey: 'secret', baseUrl: server.baseUrl } },
		credentialTypes: [new TryApi()],
		...options,
	});
}

it('sends an item with its expression and credentials', async () => {
	const { status, items, nextNodeValues } = await run({
		parameters: { text: '=Hello {{ $json.name }}' },
		items: [{ json: { name: 'Ana' } }, { json: { name: 'Ali' } }],
		nextNodeExpression: "={{ $('Start').item.json.name }}",
	});

	expect(status).toBe('success');
	expect(items).toMatchObject([
		{ json: { ok: true }, pairedItem: { item: 0 } },
		{ json: { ok: true }, pairedItem: { item: 1 } },
	]);
	expect(nextNodeValues).toEqual(['Ana', 'Ali']);
	expect(server.seen.map(({ body }) => JSON.parse(body))).toEqual([{ text: 'Hello Ana' }, { text: 'Hello Ali' }]);
	expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/v2/send', key: 'secret' });
});

it('shows the error that n8n shows', async () => {
	server.reply = () => ({ status: 404, body: { message: 'No such thing' } });
	const { status, error, outputs } = await run();
	expect(status).toBe('error');
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '404' });
	expect(outputs).toEqual([]);
});

it('keeps going with Continue On Fail and fills the error output', async () => {
	let calls = 0;
	server.reply = () => (calls++ === 0 ? { status: 500, body: {} } : {});
	const items = [{ json: { id: 1 } }, { json: { id: 2 } }];
	const regular = await run({ items, onError: 'continueRegularOutput' });
	expect(regular.status).toBe('success');
	expect(regular.items.filter(({ json }) => json.error)).toHaveLength(1);

	calls = 0;
	const separate = await run({ items, onError: 'continueErrorOutput' });
	expect(separate.outputs.map((output) => output.length)).toEqual([1, 1]);
});

it('tries twice with Retry On Fail', async () => {
	let calls = 0;
	server.reply = () => (calls++ === 0 ? { status: 500, body: {} } : {});
	const { status, tries } = await run({ retryOnFail: true, maxTries: 2 });
	expect({ status, tries, requests: server.seen.length }).toEqual({
		status: 'success',
		tries: 2,
		requests: 2,
	});
});

it('sends the first item only with Execute Once', async () => {
	const { items } = await run({ executeOnce: true, items: [{ json: {} }, { json: {} }] });
	expect(items).toHaveLength(1);
	expect(server.seen).toHaveLength(1);
});

it('ends at once when the execution is stopped', async () => {
	server.reply = () => ({ hang: true });
	const begun = Date.now();
	const { status } = await run({ cancelAfterMs: 50 });
	expect(status).toBe('canceled');
	expect(Date.now() - begun).toBeLessThan(1000);

	const stop = new AbortController();
	const run2 = run({ signal: stop.signal });
	await sleep(50);
	stop.abort();
	expect((await run2).status).toBe('canceled');
});

it('streams a file out of the filesystem store', async () => {
	const item = await binaryItem({
		fileName: 'a.txt',
		mimeType: 'text/plain',
		data: 200_000,
		mode: 'filesystem',
	});
	expect(item.binary?.data?.id).toMatch(/^filesystem-v2:/);
	const content = patternBytes(200_000);
	expect(content.equals(await readBinary(item))).toBe(true);
	const { status, logs } = await run({ parameters: { operation: 'upload' }, items: [item] });
	expect(status).toBe('success');
	// A request that an earlier test broke off may be noted only now.
	expect(server.seen.some(({ body }) => body === content.toString())).toBe(true);
	expect(logs.filter(({ source }) => source === 'node')).toEqual([
		{ source: 'node', level: 'info', message: 'Uploading', metadata: { bytes: 200_000 } },
	]);
});

it('stores a file inside the item in memory mode', async () => {
	const data = Buffer.from('abc');
	const item = await binaryItem({ fileName: 'a.txt', mimeType: 'text/plain', data, mode: 'memory' });
	expect(item.binary?.data).toMatchObject({ data: 'YWJj', bytes: 3, fileExtension: 'txt' });
	expect(item.binary?.data).not.toHaveProperty('id');
});

it('refuses misspelled, hidden and missing parameters', async () => {
	await expect(run({ parameters: { text: 'Hello', txt: 1 } })).rejects.toThrow('txt');
	await expect(run({ parameters: { operation: 'upload', text: 'a' } })).rejects.toThrow('text');
	const requestOptions = { timeOut: 1 };
	await expect(run({ parameters: { text: 'a', requestOptions } })).rejects.toThrow('requestOptions.timeOut');
	const { status, error } = await run({ parameters: {} });
	expect(status).toBe('error');
	expect(error?.message).toContain('"Text"');
});

it('offers the Request Options that the loader adds', async () => {
	server.reply = () => ({ hang: true });
	const { error } = await run({
		parameters: { text: 'a', requestOptions: { timeout: 50 } },
	});
	expect(error?.message).toMatch(/timeout|aborted/i);
});

it('asks a list search', async () => {
	server.reply = () => ({ body: { things: [{ name: 'One', value: '1' }], next: '2' } });
	const found = await runListSearch(new Try(), 'searchThings', {
		filter: 'o',
		paginationToken: '1',
		parameters: {},
		credentials: { tryApi: { apiKey: 'secret', baseUrl: server.baseUrl } },
		credentialTypes: [new TryApi()],
	});
	expect(found).toEqual({ results: [{ name: 'One', value: '1' }], paginationToken: '2' });
	expect(server.seen[0]).toMatchObject({ url: '/v2/things?filter=o&token=1&operation=send', key: 'secret' });
});

it('tests a credential', async () => {
	expect(await runCredentialTest(new TryApi(), { apiKey: 'secret', baseUrl: server.baseUrl })).toEqual({
		status: 'OK',
		message: 'Connection successful!',
	});
	expect(server.seen[0]).toMatchObject({ method: 'GET', url: '/v2/me', key: 'secret' });
	server.reply = () => ({ status: 401, body: {} });
	expect(await runCredentialTest(new TryApi(), { apiKey: 'x', baseUrl: server.baseUrl })).toMatchObject({
		message: 'Wrong key',
	});
	server.reply = () => ({ status: 503, body: {} });
	expect(await runCredentialTest(new TryApi(), { apiKey: 'x', baseUrl: server.baseUrl })).toEqual({
		status: 'Error',
		message: 'Service Unavailable',
	});
	expect(await runCredentialTest(new TryApi(), { apiKey: 'x' })).toEqual({
		status: 'Error',
		message: 'ECONNREFUSED',
	});
});
