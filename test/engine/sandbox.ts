import type { IDataObject } from 'n8n-workflow';

import { spawnSandbox } from './sandboxProcess';
import type {
	ConversationSeed,
	FaultRule,
	LoggedRequest,
	Message,
	MessageSeed,
	PartooSettings,
	ProviderStats,
	RequestFilter,
} from './sandboxTypes';

const PARTOO = 'partoo';

/** The sandbox in a process of its own, and its control API. */
export class Sandbox {
	constructor(
		/** e.g. `http://127.0.0.1:43210`; Partoo's API stands at `<url>/partoo/v2`. */
		readonly url: string,
		/** Ends the process. */
		readonly stop: () => Promise<void>,
	) {}

	/** Partoo's base URL, for a credential with the environment `custom`. */
	get partooUrl(): string {
		return `${this.url}/partoo/v2`;
	}

	/** Seeded data again; no faults, default settings, empty log. */
	async reset(): Promise<void> {
		await this.control('POST', 'reset', {});
	}

	/** The logged requests in the order in which they came, all or those that fit the filter. */
	async requests<Body = IDataObject>(filter: RequestFilter = {}): Promise<LoggedRequest<Body>[]> {
		const answer = await this.control<{ requests: LoggedRequest<Body>[] }>('GET', 'requests');
		return answer.requests.filter((request) => fits(request, filter));
	}

	async clearRequests(): Promise<void> {
		await this.control('DELETE', 'requests');
	}

	async stats(provider = PARTOO): Promise<ProviderStats> {
		const answer = await this.control<Record<string, ProviderStats>>('GET', 'stats');
		const stats = answer[provider];
		if (!stats) throw new Error(`The sandbox counts nothing for "${provider}"`);
		return stats;
	}

	async clearStats(): Promise<void> {
		await this.control('DELETE', 'stats');
	}

	/** Merged into the settings that are in force. */
	async settings(settings: Partial<PartooSettings>, provider = PARTOO): Promise<void> {
		await this.control('POST', 'settings', { [provider]: settings });
	}

	/** Adds rules for requests that go wrong. */
	async faults(rules: FaultRule[], provider = PARTOO): Promise<void> {
		await this.control('POST', 'faults', { provider, rules });
	}

	async clearFaults(): Promise<void> {
		await this.control('DELETE', 'faults');
	}

	/** Makes Partoo conversations and gives their IDs. */
	async createConversations(seed: ConversationSeed = {}): Promise<number[]> {
		const answer = await this.control<{ ids: number[] }>('POST', 'partoo/conversations', seed);
		return answer.ids;
	}

	/** Adds a message to a Partoo conversation, as if a colleague or a consumer had written it. */
	async addMessage(message: MessageSeed): Promise<Message> {
		return await this.control('POST', 'partoo/messages', message);
	}

	/** Decides at once what becomes of a sent Partoo message. */
	async decide(messageId: number | string, status: 'Success' | 'Failed'): Promise<void> {
		await this.control('POST', 'partoo/outcome', { messageId: Number(messageId), status });
	}

	/** All messages of a Partoo conversation as the API shows them. */
	async messages(conversationId: number | string): Promise<Message[]> {
		const answer = await this.control<{ messages: Message[] }>(
			'GET',
			`partoo/messages?conversation_id=${conversationId}`,
		);
		return answer.messages;
	}

	/** A call to the control API for what has no method here. */
	async control<Answer = unknown>(method: string, path: string, body?: object): Promise<Answer> {
		const response = await fetch(`${this.url}/control/${path}`, {
			method,
			...(body && {
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`Sandbox: ${method} ${path}: ${response.status} ${text}`);
		return (text ? JSON.parse(text) : undefined) as Answer;
	}
}

function fits(request: LoggedRequest<unknown>, filter: RequestFilter): boolean {
	const { provider, method, path, status } = filter;
	return (
		(provider === undefined || request.provider === provider) &&
		(method === undefined || request.method === method) &&
		(status === undefined || request.status === status) &&
		(path === undefined ||
			(path instanceof RegExp ? path.test(request.path) : path === request.path))
	);
}

/** Starts a sandbox: in `beforeAll`, with `reset()` in `beforeEach` and `stop()` in `afterAll`. */
export async function startSandboxProcess(script?: string): Promise<Sandbox> {
	const { url, stop } = await spawnSandbox(script);
	return new Sandbox(url, stop);
}
