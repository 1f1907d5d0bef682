import type { FastifyInstance } from 'fastify';

import { bodyContract } from './contract';
import { demand, readControlBodies } from './controlBody';
import type { Inbox, InboxMessage } from './inbox';
import type { Mounted } from './mount';
import type { Services } from './provider';

const executionContract = bodyContract<{ url: string; messages: string[] }>({
	type: 'object',
	additionalProperties: false,
	required: ['url', 'messages'],
	properties: {
		url: { type: 'string', pattern: '^https?://' },
		messages: { type: 'array', items: { type: 'string' } },
	},
});

/** Which n8n executions wrote a provider's messages, as far as somebody tells it: a request does not name its own. */
export class Executions {
	private readonly conversationOf = new Map<string, string>();
	private readonly lastIn = new Map<string, InboxMessage>();
	private readonly urlOf = new Map<string, string>();

	constructor(
		inbox: Inbox,
		private readonly news: Services['news'],
	) {
		news.on('news', ({ conversationId, messageId }) => {
			if (messageId === null || this.conversationOf.has(messageId)) return;
			const message = inbox.message(messageId);
			if (message?.from !== 'business') return;
			this.conversationOf.set(messageId, conversationId);
			// News may be about one that stood there before.
			if (message.at >= (this.lastIn.get(conversationId)?.at ?? '')) this.lastIn.set(conversationId, message);
		});
	}

	/** The execution at this URL sent the messages with these IDs; those that were not sent here are ignored. */
	tell(url: string, messages: readonly string[]): void {
		for (const messageId of messages) {
			const conversationId = this.conversationOf.get(messageId);
			if (conversationId === undefined || this.urlOf.has(messageId)) continue;
			this.urlOf.set(messageId, url);
			if (this.lastIn.get(conversationId)?.id === messageId)
				this.news.emit('news', { conversationId, messageId: null });
		}
	}

	/** The one that wrote the last message of the business; null when a person wrote it, or nobody knows. */
	lastOf(conversationId: string): string | null {
		return this.urlOf.get(this.lastIn.get(conversationId)?.id ?? '') ?? null;
	}

	clear(): void {
		for (const map of [this.conversationOf, this.lastIn, this.urlOf]) map.clear();
	}
}

/** Where the demo's n8n says which messages an execution of it sent. */
export function serveExecutions(app: FastifyInstance, mounted: readonly Mounted[]): void {
	void app.register(
		async (scope) => {
			readControlBodies(scope);
			for (const { provider, executions } of mounted) {
				scope.post(`/${provider.name}`, async ({ body }) => {
					const { url, messages } = demand(executionContract(body));
					executions.tell(url, messages);
					return {};
				});
			}
		},
		{ prefix: '/control/executions' },
	);
}
