import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { parse as parseQuery } from 'node:querystring';

import type { IDataObject, IWebhookResponseData } from 'n8n-workflow';

/** A request as n8n hands it to nodes. */
export type WebhookRequest = IncomingMessage & {
	body?: unknown;
	rawBody?: Buffer;
	query: IDataObject;
	params: IDataObject;
};

/** The part of Express's response that nodes use. */
export type WebhookResponse = ServerResponse & {
	status(code: number): WebhookResponse;
	json(body: unknown): WebhookResponse;
};

type Handle = (request: WebhookRequest, response: WebhookResponse) => Promise<IWebhookResponseData>;

/** As n8n tells content types whose bodies it reads for nodes of a version above 1. */
const PARSABLE = /^application\/(json|x-www-form-urlencoded)|^text\/plain|[/+]xml$/;

/**
 * Takes calls over real HTTP and does with them what n8n 2.41 does before and after it asks a node: reads the body by its
 * content type, and answers what the node leaves to it.
 */
export class WebhookServer {
	/** What n8n's saving of the execution ends with; `false` is a database that is gone. */
	canSave = true;

	private constructor(private readonly server: Server) {}

	static async start(handle: Handle): Promise<WebhookServer> {
		const server = createServer();
		const started = new WebhookServer(server);
		server.on('request', (request, response) => {
			void started.serve(request as WebhookRequest, express(response), handle);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return started;
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async serve(request: WebhookRequest, response: WebhookResponse, handle: Handle): Promise<void> {
		try {
			if (!(await readBody(request)))
				return void response.status(422).json({ message: 'Failed to parse request body' });
			const result = await handle(request, response);
			if (result.noWebhookResponse) return;
			const usual = result.workflowData ? 'Workflow was started' : 'Webhook call received';
			if (result.workflowData && !this.canSave) throw new Error('The database is gone');
			response.status(200).json(result.webhookResponse ?? { message: usual });
		} catch {
			response.status(500).json({ message: 'Error in workflow' });
		}
	}
}

/** Answers whether the body could be read. */
async function readBody(request: WebhookRequest): Promise<boolean> {
	const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
	// Like Express: a parameter that comes twice is a list.
	request.query = Object.fromEntries(
		[...new Set(searchParams.keys())].map((key) => {
			const values = searchParams.getAll(key);
			return [key, values.length > 1 ? values : values[0]];
		}),
	);
	request.params = {};
	const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
		.split(';')
		.map((part) => part.trim().toLowerCase());
	request.body = {};
	if (type.startsWith('multipart/') || !PARSABLE.test(type)) return true;
	const rawBody = await buffer(request);
	request.rawBody = rawBody;
	if (rawBody.length === 0) return true;
	const charset = parameters.find((part) => part.startsWith('charset='))?.slice('charset='.length);
	const text = rawBody.toString(charset === 'latin1' || charset === 'iso-8859-1' ? 'latin1' : 'utf8');
	if (type === 'text/plain') request.body = text;
	if (type === 'application/x-www-form-urlencoded') request.body = parseQuery(text);
	if (type !== 'application/json') return true;
	try {
		request.body = JSON.parse(text.replace(/^\uFEFF/, ''));
		return true;
	} catch {
		return false;
	}
}

function express(response: ServerResponse): WebhookResponse {
	return Object.assign(response, {
		status(this: WebhookResponse, code: number) {
			this.statusCode = code;
			return this;
		},
		json(this: WebhookResponse, body: unknown) {
			this.setHeader('content-type', 'application/json; charset=utf-8');
			this.end(JSON.stringify(body));
			return this;
		},
	}) as WebhookResponse;
}
