import { type Sandbox, startSandbox } from '../../sandbox/server';

const ADMIN_KEY = 'partoo-admin-key';
export const PARIS = '5409c35a97bbc544d8e26737';
export const LYON = '5409c35a97bbc544d8e26738';
export const LILLE = '5409c35a97bbc544d8e26739';

export interface Answer<T> {
	status: number;
	headers: Headers;
	body: T;
}

interface CallOptions {
	key?: string | null;
	headers?: Record<string, string>;
	signal?: AbortSignal;
}

/** A real sandbox on a free port for the tests of a file, in its seeded state before each of them. */
export function useSandbox() {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0 });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(async () => {
		await control('POST', '/reset');
	});

	async function call<T>(
		method: string,
		path: string,
		body: unknown,
		headers: Record<string, string>,
		signal?: AbortSignal,
	) {
		const isForm = body instanceof FormData;
		const sent = body === undefined || isForm || typeof body === 'string' ? body : JSON.stringify(body);
		const typed = typeof sent === 'string' ? { 'content-type': 'application/json', ...headers } : headers;
		const response = await fetch(sandbox.url + path, { method, headers: typed, body: sent, signal });
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json') ?? false;
		const answer: Answer<T> = {
			status: response.status,
			headers: response.headers,
			body: (isJson ? JSON.parse(text) : text) as T,
		};
		return answer;
	}

	async function partoo<T = unknown>(method: string, path: string, body?: unknown, options: CallOptions = {}) {
		const { key = ADMIN_KEY, headers = {}, signal } = options;
		return await call<T>(
			method,
			`/partoo/v2${path}`,
			body,
			{ ...(key === null ? {} : { 'x-APIKey': key }), ...headers },
			signal,
		);
	}

	async function control<T = unknown>(method: string, path: string, body?: unknown) {
		return await call<T>(method, `/control${path}`, body, {});
	}

	const text = (conversationId: number, content: string) => ({
		conversation_id: conversationId,
		content_type: 'Text',
		content,
	});

	return {
		url: () => sandbox.url,
		partoo,
		control,
		text,
		/** Sends a text and answers its id. */
		async send(conversationId: number, content: string): Promise<number> {
			const { status, body } = await partoo<{ message_id: number }>('POST', '/messages', text(conversationId, content));
			expect(status).toBe(200);
			return body.message_id;
		},
		/** All messages of a conversation, oldest first. */
		async messages(conversationId: number) {
			const { body } = await control<{ messages: Array<Record<string, unknown>> }>(
				'GET',
				`/partoo/messages?conversation_id=${conversationId}`,
			);
			return body.messages;
		},
		async settings(partooSettings: Record<string, unknown>) {
			expect((await control('POST', '/settings', { partoo: partooSettings })).status).toBe(200);
		},
		async fault(...rules: Array<Record<string, unknown>>) {
			expect((await control('POST', '/faults', { provider: 'partoo', rules })).status).toBe(200);
		},
		async stats() {
			return (await control<{ partoo: Record<string, number> }>('GET', '/stats')).body.partoo;
		},
		async requests() {
			return (await control<{ requests: Array<Record<string, unknown>> }>('GET', '/requests')).body.requests;
		},
	};
}

/** Far longer than anything takes, since a busy machine may be slow. */
const PATIENCE_MS = 60_000;

/** Asks again until the answer is there; the test fails when it never is. */
export async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
	const deadline = performance.now() + PATIENCE_MS;
	while (performance.now() < deadline) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error('It did not happen within a minute');
}
