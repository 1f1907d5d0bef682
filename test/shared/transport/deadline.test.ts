import type { ServerResponse } from 'node:http';
import { partooAt } from '../partooAt';
import { startServer } from '../startServer';
import { runAt } from '../everyOperation';

const TIMEOUT = { requestOptions: { timeout: 500 } };

/** Sends a part every so many milliseconds until nobody listens any more. */
function drip(response: ServerResponse, part: string, everyMs: number): void {
	const timer = setInterval(() => response.write(part), everyMs);
	response.on('close', () => clearInterval(timer));
}

describe('an answer that comes drop by drop', () => {
	it('counts as none when the timeout is over, and the connection is closed', async () => {
		let isClosed = false;
		const server = await startServer((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			drip(response, ' ', 100);
			response.on('close', () => (isClosed = true));
		});
		const started = performance.now();
		const { error } = await partooAt(server.url, TIMEOUT, { onError: 'stopWorkflow' });
		expect(error?.message).toBe(
			'Partoo did not answer in time (ECONNABORTED); the message may have been sent [item 0]',
		);
		// The look-up is tried four times.
		expect(performance.now() - started).toBeLessThan(10_000);
		expect(isClosed).toBe(true);
		await server.close();
	});

	it('counts as none when its headers drip, too', async () => {
		const server = await startServer((_, response) => {
			const { socket } = response;
			socket?.write('HTTP/1.1 200 OK\r\n');
			const timer = setInterval(() => socket?.write('x-more: 1\r\n'), 100);
			socket?.on('error', () => undefined).on('close', () => clearInterval(timer));
		});
		const { error } = await partooAt(server.url, TIMEOUT);
		expect(error?.message).toContain('did not answer in time');
		await server.close();
	});

	it('of a refusal does not hold the item either', async () => {
		const server = await startServer((_, response) => {
			response.writeHead(400);
			drip(response, 'x', 100);
		});
		const { error } = await partooAt(server.url, TIMEOUT);
		expect(error?.message).toContain('did not answer in time');
		await server.close();
	});
});

describe('a file', () => {
	const details = (host = '') => ({ id: '1166846181421424', url: `http://${host}/file`, mime_type: 'image/png' });
	const fileServer = async (serve: (response: ServerResponse) => void) =>
		await startServer(({ url, headers }, response) => {
			if (url !== '/file') return void response.end(JSON.stringify(details(headers.host)));
			serve(response);
		});

	it('may take longer than the timeout while it goes on coming', async () => {
		const server = await fileServer((response) => {
			let parts = 0;
			const timer = setInterval(() => {
				response.write('part');
				if (++parts < 12) return;
				clearInterval(timer);
				response.end();
			}, 100);
		});
		const { items, error } = await runAt(server.url, ['dialog360', 'media.download'], {
			apiKey: 'key-0123',
			...TIMEOUT,
		});
		expect(error).toBeUndefined();
		expect(items[0]?.binary?.data?.fileSize).toContain('48');
		await server.close();
	});

	it('that stops coming is given up', async () => {
		const server = await fileServer((response) => response.write('part'));
		const { error } = await runAt(server.url, ['dialog360', 'media.download'], { apiKey: 'key-0123', ...TIMEOUT });
		expect(error?.message).toContain('The file did not come whole from 360dialog: 360dialog did not answer in time');
		await server.close();
	});
});
