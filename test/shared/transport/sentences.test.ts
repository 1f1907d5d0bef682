import { everyOperation, runAt } from '../everyOperation';
import { useFastClock } from '../fastClock';
import { json, startServer } from '../startServer';

useFastClock();

const PAGE = '<html><head><title>Blocked</title></head></html>';
const NAMES: Record<string, string> = { partoo: 'Partoo', callbell: 'Callbell', dialog360: '360dialog' };
const sends = everyOperation.filter(([, operation]) => operation === 'message.send');

describe.each(sends)('%s %s', (...operation) => {
	const name = NAMES[operation[0]]!;
	const run = async (status: number, body: string, type = 'application/json') => {
		const server = await startServer((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
		const { error } = await runAt(server.url, operation, { apiKey: `key of ${operation[0]} ${status}` });
		await server.close();
		return { message: error?.message, advice: error?.description };
	};

	it.each([400, 401, 403, 404, 405, 413, 422])('says of a web page with HTTP %i whose it may be', async (status) => {
		const { message, advice } = await run(status, PAGE, 'text/html');
		expect(message).toContain(`(HTTP ${status}): the answer is a web page titled "Blocked"`);
		expect(advice).toContain(`A web page is no answer of ${name}'s`);
		expect(advice).not.toContain('names above');
	});

	it.each([400, 422])('does not speak of what is named above where nothing is (HTTP %i)', async (status) => {
		const { advice } = await run(status, '');
		expect(advice).toContain(`${name} gives no reason.`);
	});

	it('blames no proxy for an error that the provider told', async () => {
		const { message, advice } = await run(200, '{"error": {"message": "Backend down"}}');
		expect(message).toContain(`${name} answered HTTP 200, but with an error: `);
		expect(message).toContain('Backend down');
		expect(advice).not.toContain('login page');
	});

	it('says of the half of an answer that it was cut', async () => {
		const server = await startServer((_, response) => {
			response.socket?.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{"message_id": 7, "mess');
		});
		const { error } = await runAt(server.url, operation, { apiKey: `key of ${operation[0]}` });
		expect(error?.message).toContain('may have been sent');
		expect(error?.description).toContain('the connection may have been cut before its end');
		await server.close();
	});

	it.each(['Rate limit exceeded', 'API rate limit exceeded for 1.2.3.4', 'Too many requests, slow down'])(
		'takes 403 with "%s" for a limit, and sends when it is over',
		async (words) => {
			let sent = 0;
			const taken = { message_id: 7, messages: [{ id: 'wamid.1' }], message: { uuid: 'm1', status: 'enqueued' } };
			const server = await startServer((_, response) =>
				++sent === 1 ? json(response, { error: words }, 403) : json(response, taken),
			);
			const { items } = await runAt(server.url, operation, { apiKey: `key of ${operation[0]} ${words}` });
			expect(items[0]?.json.messageId).toEqual(expect.any(String));
			expect(sent).toBe(2);
			await server.close();
		},
	);

	it('takes 403 that quotes a message about a rate limit for no limit', async () => {
		const { message } = await run(403, '{"error": "Not allowed: The rate limit exceeded"}');
		expect(message).toContain('(HTTP 403)');
	});
});
