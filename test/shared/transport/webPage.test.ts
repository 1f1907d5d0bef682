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
