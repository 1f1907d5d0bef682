import { everyOperation, runAt } from '../everyOperation';
import { useFastClock } from '../fastClock';
import { startServer } from '../startServer';

useFastClock();

const KEY = 'some-key-0123456789';
const PAGE =
	'<!DOCTYPE html><html><head><title>Welcome to Hotel Bellevue</title></head><body>Please log in</body></html>';

/** A file is whatever it is, so its download is told apart by what is asked first. */
const changesSomething = ([, operation]: [string, string]) => !/\.(get|download)/.test(operation);

describe.each(everyOperation)('%s %s', (...operation) => {
	it.each([
		['the login page of a network', 'text/html', PAGE],
		['a page that calls itself JSON', 'application/json', PAGE],
		['a word', 'text/plain', 'OK'],
		['a JSON text', 'application/json', '"logged in"'],
		['a JSON truth', 'application/json', 'true'],
	])('does not take %s for an answer', async (_, type, body) => {
		const server = await startServer((_asked, response) => response.writeHead(200, { 'content-type': type }).end(body));
		const { error, items } = await runAt(server.url, operation, { apiKey: KEY });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/answered HTTP 200 without /);
		expect(error?.context?.code).toBe('UNEXPECTED_ANSWER');
		expect(error?.description).toContain('the login page of a network may have answered');
		const writes = server.asked.filter(({ method }) => method !== 'GET');
		if (changesSomething(operation)) expect(writes.length).toBeLessThanOrEqual(1);
		await server.close();
	});
});

/** Operations of which an empty answer would do, and those that send. */
const EASILY_CONTENT = [
	'partoo message.send',
	'callbell message.send',
	'callbell message.delete',
	'dialog360 message.send',
	'dialog360 account.getWebhook',
	'dialog360 account.updateProfile',
	'dialog360 media.delete',
	'dialog360 media.get',
	'dialog360 template.create',
	'dialog360 template.delete',
];

describe.each(EASILY_CONTENT)('%s', (name) => {
	const operation = name.split(' ') as [string, string];
	const begun = '{"status": "success", "success": true, "id": "1", "message_id": 7, "data": [], "messages": []';

	it.each([
		['breaks off', { 'content-length': '1000' }, begun],
		['is not compressed as it says', { 'content-encoding': 'gzip' }, `${begun}}`],
		[
			'is nested so deeply that nobody can read it',
			{},
			`${begun}, "deep": ${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
		],
		[
			'is nested more deeply than n8n can save it',
			{},
			`${begun}, "deep": ${'{"a":'.repeat(2_000)}1${'}'.repeat(2_000)}}`,
		],
		['says that it was in vain', {}, '{"success": false}'],
	])('does not take for a success what %s', async (_, headers, body) => {
		const server = await startServer((_asked, response) => {
			response.writeHead(200, { 'content-type': 'application/json', ...headers }).write(body);
			if ('content-length' in headers) setImmediate(() => response.destroy());
			else response.end();
		});
		const { error, items } = await runAt(server.url, operation, { apiKey: `${KEY} ${name}` });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/broke before the answer came|answered HTTP 200 without /);
		if (name.endsWith('message.send')) {
			expect(error?.message).toContain('may have been sent');
			expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
		}
		await server.close();
	});
});

describe.each(['partoo conversation.update', 'partoo customChannel.ingest', 'partoo message.retry'])('%s', (name) => {
	it.each([['{}'], ['{"status": "error"}'], ['{"login": "https://hotel.example"}'], ['']])(
		'takes no answer but the documented one: not %s',
		async (body) => {
			const server = await startServer((_, response) => response.writeHead(200).end(body));
			const operation = name.split(' ') as [string, string];
			const { error } = await runAt(server.url, operation, { apiKey: KEY });
			expect(error?.message).toContain('without {"status":"success"}');
			expect(server.asked).toHaveLength(1);
			await server.close();
		},
	);
});
