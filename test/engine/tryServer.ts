import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
	method?: string;
	url?: string;
	key?: string | string[];
	body: string;
}

export interface Answer {
	status?: number;
	body?: unknown;
	/** Never answer. */
	hang?: boolean;
}

/** A server that remembers what it was asked and answers as `reply` says, for the tests of the harness itself. */
export async function startTryServer() {
	const seen: Seen[] = [];
	const control = { seen, baseUrl: '', reply: (): Answer => ({}), close };
	const server = createServer(async (request, response) => {
		const { method, url, headers } = request;
		seen.push({ method, url, key: headers['x-api-key'], body: await text(request) });
		const { status = 200, body = { ok: true }, hang } = control.reply();
		if (hang) return;
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	control.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
	return control;

	async function close(): Promise<void> {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}

async function text(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}
