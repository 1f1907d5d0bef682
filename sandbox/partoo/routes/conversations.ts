import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { caller } from '../access';
import { listConversationsQuery, noBody, noQuery, updateConversationBody } from '../contracts/conversations';
import { accepted, badRequest, notAllowed } from '../errors';
import { DEFAULT_PER_PAGE, firstIndexFrom } from '../pages';
import { findConversation } from '../rules';
import { USERS } from '../seed/people';
import type { PartooService } from '../service';
import type { PartooState } from '../state';
import type { Conversation } from '../types';
import { conversationForApi } from '../views';

type ById = { Params: { id: string } };

const SUCCESS = { status: 'success' };

export function conversationRoutes(app: FastifyInstance, { state, cursors, settings }: PartooService): void {
	app.get('/conversations', async (request) => {
		const query = accepted(listConversationsQuery(request.query));
		const user = caller(request);
		const businesses = query.business__in?.split(',');
		const found = businesses
			? state.conversations.filter(({ businessId }) => businesses.includes(businessId))
			: state.conversations;

		const list = `conversations/${query.business__in ?? ''}`;
		const lastId = cursors.read(list, query.cursor);
		const start = lastId === null ? 0 : firstIndexFrom(found, lastId + 1);
		const page = found.slice(start, start + (query.per_page ?? DEFAULT_PER_PAGE));
		const last = page.at(-1);
		const hasMore = start + page.length < found.length;
		return {
			conversations: page.map((conversation) => conversationForApi(conversation, user.id)),
			count: found.length,
			next_cursor: hasMore && last !== undefined ? cursors.give(list, last.id) : null,
		};
	});

	app.get<ById>('/conversations/:id', async (request) => {
		accepted(noQuery(request.query));
		return conversationForApi(findConversation(state, request.params.id), caller(request).id);
	});

	app.patch<ById>('/conversations/:id', async (request) => {
		accepted(noQuery(request.query));
		const body = receivedBody(request);
		const options = { allowUnknown: !settings.rejectUnknownFields };
		const wanted = accepted(updateConversationBody(body.kind === 'json' ? body.value : undefined, options));
		const conversation = findConversation(state, request.params.id);
		if (wanted.status !== undefined) setStatus(state, conversation, wanted.status);
		if (wanted.assigned_user_id !== undefined) assign(conversation, wanted.assigned_user_id);
		state.conversationChanged(conversation);
		return SUCCESS;
	});

	app.post<ById>('/conversations/:id/read', async (request) => {
		accepted(noQuery(request.query));
		const body = receivedBody(request);
		if (body.kind === 'json') accepted(noBody(body.value));
		const conversation = findConversation(state, request.params.id);
		conversation.readBy.add(caller(request).id);
		state.conversationChanged(conversation);
		return SUCCESS;
	});
}

/** Closing means solving; the inbox notes both. https://developers.partoo.co/api-reference/messages/update-conversation-1 */
function setStatus(state: PartooState, conversation: Conversation, status: 'open' | 'closed'): void {
	if (status === 'open' && conversation.isExpired) {
		throw notAllowed('Operation not allowed: The conversation is expired and cannot be re-opened');
	}
	const wanted = status === 'open' ? 'Open' : 'Closed';
	const changes = wanted !== conversation.status;
	conversation.status = wanted;
	conversation.isSolved = status === 'closed';
	if (!changes) return;
	const content = status === 'open' ? 'Reopening' : 'Solving';
	state.addMessage(conversation, { content_type: 'Text', content, sender_type: 'Metadata', status: 'Success' });
}

function assign(conversation: Conversation, userId: string): void {
	if (userId === 'unassigned') {
		conversation.assignedUserId = null;
		return;
	}
	const user = USERS.find(({ id }) => id === userId);
	if (user === undefined || user.disabled || user.status !== 'active') {
		throw badRequest({ assigned_user_id: ['The user does not exist or is not active.'] });
	}
	conversation.assignedUserId = userId;
}
