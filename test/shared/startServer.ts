import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A request as a server of a test saw it. */
export interface Asked {
	method: string;
	/** Path and query. */
	url: string;
	headers: IncomingMessage['headers'];
	body: string;
}

type Reply = (asked: Asked, response: ServerResponse) => void;

/** A server on this machine that answers as a test says, and remembers what it was asked. */
export async function startServer(reply: Reply, tls?: { key: string; cert: string; requestCert?: boolean }) {
	const asked: Asked[] = [];
	const listener = async (request: IncomingMessage, response: ServerResponse) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const { method = '', url = '', headers } = request;
		const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
		asked.push(one);
		reply(one, response);
	};
	const server: Server = tls ? createTlsServer(tls, listener) : createServer(listener);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		server,
		asked,
		port,
		url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
		async close(): Promise<void> {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Answers JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
