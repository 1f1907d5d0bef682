import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { listMessagesQuery, noBody, noQuery } from '../contracts/conversations';
import { accepted, badRequest } from '../errors';
import { DEFAULT_PER_PAGE, firstIndexFrom } from '../pages';
import { checkSendable, findConversation, findMessage } from '../rules';
import type { PartooService } from '../service';
import type { Message } from '../types';

export function messageRoutes(app: FastifyInstance, { state, cursors, deliveries, settings }: PartooService): void {
	app.get('/messages', async (request) => {
		const query = accepted(listMessagesQuery(request.query));
		const { messages } = findConversation(state, query.conversation_id);
		const list = `messages/${query.conversation_id}/${settings.messageOrder}`;
		const lastId = cursors.read(list, query.cursor);

		const perPage = query.per_page ?? DEFAULT_PER_PAGE;
		const { page, hasMore } = pageOf(messages, settings.messageOrder === 'newestFirst', lastId, perPage);
		const last = page.at(-1);
		return {
			messages: page,
			count: messages.length,
			next_cursor: hasMore && last !== undefined ? cursors.give(list, last.id) : null,
		};
	});

	app.post<{ Params: { id: string } }>('/messages/:id/retry', async (request) => {
		accepted(noQuery(request.query));
		const body = receivedBody(request);
		if (body.kind === 'json') accepted(noBody(body.value));
		const message = findMessage(state, request.params.id);
		if (message.status !== 'Failed') throw badRequest('Only a message with the status Failed can be retried');
		checkSendable(findConversation(state, message.conversation_id), message.content_type);

		state.updateMessage(message, { status: 'Sending' });
		deliveries.start(message, { isRetry: true });
		return { status: 'success' };
	});
}

/** Counted by id and not by place, so that messages which arrive between two pages neither repeat nor hide others. */
function pageOf(messages: readonly Message[], newestFirst: boolean, lastId: number | null, perPage: number) {
	if (!newestFirst) {
		const start = lastId === null ? 0 : firstIndexFrom(messages, lastId + 1);
		return { page: messages.slice(start, start + perPage), hasMore: start + perPage < messages.length };
	}
	const end = lastId === null ? messages.length : firstIndexFrom(messages, lastId);
	const start = Math.max(0, end - perPage);
	return { page: messages.slice(start, end).reverse(), hasMore: start > 0 };
}
