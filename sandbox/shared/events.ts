import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';

import type { InboxConversation, ShownConversation } from './inbox';
import type { Mounted } from './mount';

const MAX_CONVERSATIONS = 200;
const MAX_MESSAGES = 200;

/**
 * What the inbox page reads: the list, one conversation, and the stream of what changes.
 *
 * @returns a function that tells every open page to load again.
 */
export function serveEvents(app: FastifyInstance, mounted: readonly Mounted[]): () => void {
	const listeners = new Set<ServerResponse>();
	const tell = (event: string, data: unknown) => {
		const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
		for (const listener of listeners) listener.write(text);
	};

	for (const one of mounted) {
		const { provider, news } = one;
		news.on('news', ({ conversationId, messageId }) => {
			if (listeners.size === 0) return;
			const conversation = provider.inbox.conversation(conversationId);
			const message = messageId === null ? null : provider.inbox.message(messageId);
			if (conversation !== null) tell('change', { conversation: shown(one, conversation), message });
		});
	}

	app.get('/control/events', (request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200, {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			connection: 'keep-alive',
		});
		reply.raw.write('retry: 1000\n\n');
		listeners.add(reply.raw);
		request.raw.socket.once('close', () => listeners.delete(reply.raw));
	});

	app.get('/control/inbox', async () => ({
		conversations: mounted
			.flatMap((one) => one.provider.inbox.conversations(MAX_CONVERSATIONS).map((each) => shown(one, each)))
			.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
			.slice(0, MAX_CONVERSATIONS),
	}));

	app.get<{ Params: { provider: string; id: string } }>('/control/inbox/:provider/:id', async (request, reply) => {
		const one = mounted.find(({ provider }) => provider.name === request.params.provider);
		const conversation = one?.provider.inbox.conversation(request.params.id) ?? null;
		if (one === undefined || conversation === null)
			return await reply.code(404).send({ message: 'No such conversation' });
		const messages = one.provider.inbox.messages(conversation.id, MAX_MESSAGES);
		return { conversation: shown(one, conversation), messages };
	});

	return () => tell('reset', {});
}

function shown({ executions }: Mounted, conversation: InboxConversation): ShownConversation {
	return { ...conversation, execution: executions.lastOf(conversation.id) };
}
