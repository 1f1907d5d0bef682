import { createServer } from 'node:http';

import type { RunningN8n } from '../../../demo/startN8n';
import { listen } from './listen';
import type { Proxy } from './proxy';

/**
 * Lets the tests stop and start n8n, which is this process's child and not theirs. The proxy is told, as its health
 * check would find out: n8n listens some time before its webhooks are there.
 *
 * @returns the URL that takes `POST /stop` and `POST /start`; each is answered when it is done.
 */
export async function startPowerSwitch(
	running: RunningN8n,
	start: () => Promise<RunningN8n>,
	proxy: Proxy,
): Promise<string> {
	const turn: Record<string, () => Promise<void>> = {
		'/stop': async () => {
			proxy.isOpen = false;
			await running.stop();
		},
		'/start': async () => {
			running = await start();
			proxy.isOpen = true;
		},
	};
	return await listen(
		createServer((request, response) => {
			const work = turn[request.url ?? ''];
			if (work === undefined) return void response.writeHead(404).end();
			work().then(
				() => response.writeHead(204).end(),
				(error: Error) => response.writeHead(500).end(error.message),
			);
		}),
	);
}
