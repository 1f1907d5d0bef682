import type { IDataObject } from 'n8n-workflow';

import { fits } from './requestFilter';
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
	WantedEvent,
	Webhook,
	WebhookCall,
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

	/** All webhooks that are registered at Partoo. */
	async webhooks(): Promise<Webhook[]> {
		return (await this.control<{ webhooks: Webhook[] }>('GET', 'partoo/webhooks')).webhooks;
	}

	/** Registers a webhook as somebody else would. */
	async addWebhook(eventType: string, url: string): Promise<Webhook> {
		return await this.control('POST', 'partoo/webhooks', { eventType, url });
	}

	async clearWebhooks(): Promise<void> {
		await this.control('DELETE', 'partoo/webhooks');
	}

	/** All calls to webhooks in the order of their events, with what was answered. */
	async deliveries(): Promise<WebhookCall[]> {
		return (await this.control<{ deliveries: WebhookCall[] }>('GET', 'partoo/deliveries')).deliveries;
	}

	/** Calls a webhook with an event that never happened, signed unless told otherwise. */
	async sendEvent(event: WantedEvent): Promise<WebhookCall> {
		return await this.control('POST', 'partoo/events', event);
	}

	/** The public half of the key that signs webhooks, as PEM. */
	async webhookKey(): Promise<string> {
		return (await this.control<{ publicKey: string }>('GET', 'partoo/webhook-key')).publicKey;
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

/** Starts a sandbox: in `beforeAll`, with `reset()` in `beforeEach` and `stop()` in `afterAll`. */
export async function startSandboxProcess(script?: string): Promise<Sandbox> {
	const { url, stop } = await spawnSandbox(script);
	return new Sandbox(url, stop);
}
