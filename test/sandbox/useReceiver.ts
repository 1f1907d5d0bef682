import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
	path: string;
	headers: IncomingHttpHeaders;
	/** Names and values as they came, one after the other. */
	rawHeaders: string[];
	body: Buffer;
	event: { type: string; payload: Record<string, Record<string, unknown>> };
	at: number;
}

type Answer = number | ((response: ServerResponse, call: ReceivedCall) => void);

/** A server that webhooks can be registered for; it remembers all calls and answers them as the test says. */
export function useReceiver() {
	let server: Server;
	let calls: ReceivedCall[] = [];
	let answers: Answer[] = [];
	let usual: Answer = 200;

	beforeAll(async () => {
		server = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk as Buffer);
			const body = Buffer.concat(chunks);
			const { url: path = '', headers, rawHeaders } = request;
			const call = {
				path,
				headers,
				rawHeaders,
				body,
				event: readJson(body) as ReceivedCall['event'],
				at: performance.now(),
			};
			calls.push(call);
			const answer = answers.shift() ?? usual;
			if (typeof answer === 'function') answer(response, call);
			else response.writeHead(answer).end(`answered ${answer}`);
		});
		await once(server.listen(0, '127.0.0.1'), 'listening');
	});
	beforeEach(() => {
		calls = [];
		answers = [];
		usual = 200;
	});
	afterAll(() => {
		server.close();
		server.closeAllConnections();
	});

	return {
		url: (path = '/hook') => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
		calls: () => calls,
		/** Answers to the next calls, in this order; after them the usual one. */
		next: (...wanted: Answer[]) => void answers.push(...wanted),
		always: (answer: Answer) => void (usual = answer),
	};
}

function readJson(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString());
	} catch {
		return undefined;
	}
}
