import { Agent, createServer, request as send } from 'node:http';

import { listen } from './listen';

export interface Proxy {
	url: string;
	/** As health checks set it in a real one: a proxy that is closed answers 502 to everything. */
	isOpen: boolean;
}

/** A reverse proxy, as stands before most n8n: passes calls on, and answers 502 while n8n is not there. */
export async function startProxy(target: string): Promise<Proxy> {
	// A connection for each call: one that is kept may be closed by n8n just as the next call goes out.
	const agent = new Agent({ keepAlive: false });
	const proxy: Proxy = { url: '', isOpen: true };
	const server = createServer((request, response) => {
		if (!proxy.isOpen) return void response.writeHead(502).end('Bad Gateway');
		const { method, headers, url = '/' } = request;
		const onward = send(new URL(url, target), { method, headers, agent }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.once('error', () => {
			if (response.headersSent) response.destroy();
			else response.writeHead(502).end('Bad Gateway');
		});
		request.pipe(onward);
	});
	proxy.url = await listen(server);
	return proxy;
}
