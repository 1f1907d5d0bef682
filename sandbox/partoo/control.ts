import type { FastifyInstance } from 'fastify';

import { bodyContract, queryContract } from '../shared/contract';
import { demand } from '../shared/controlBody';
import type { PartooService } from './service';
import { businessById } from './seed/people';
import type { NewConversation, PartooState } from './state';
import type { Conversation, Message, MessageStatus, SenderType } from './types';

type WantedConversations = NewConversation & { messages?: number; count?: number };

const text = { type: 'string' };
const flag = { type: 'boolean' };
const STATUSES = ['Sending', 'Success', 'Failed'];

const conversationsContract = bodyContract<WantedConversations>({
	type: 'object',
	additionalProperties: false,
	properties: {
		messagingPartner: text,
		status: { enum: ['Open', 'Closed'] },
		isExpired: flag,
		isSolved: flag,
		isRead: flag,
		issues: { type: 'array', items: text },
		assignedUserId: { type: 'string', nullable: true },
		businessId: text,
		consumerName: { type: 'string', nullable: true },
		consumerPhoneNumber: { type: 'string', nullable: true },
		messages: { type: 'integer', minimum: 0 },
		count: { type: 'integer', minimum: 1 },
	},
});

interface WantedMessage {
	conversationId: number;
	text: string;
	senderType?: SenderType;
	status?: MessageStatus;
	isAutomated?: boolean;
	/** When it was written; now when absent. */
	at?: string;
}

const messageContract = bodyContract<WantedMessage>({
	type: 'object',
	additionalProperties: false,
	required: ['conversationId', 'text'],
	properties: {
		conversationId: { type: 'integer' },
		text,
		senderType: { enum: ['User', 'Consumer', 'Metadata'] },
		status: { enum: STATUSES },
		isAutomated: flag,
		at: { type: 'string', format: 'date-time' },
	},
});

const outcomeContract = bodyContract<{ messageId: number; status: 'Success' | 'Failed' }>({
	type: 'object',
	additionalProperties: false,
	required: ['messageId', 'status'],
	properties: { messageId: { type: 'integer' }, status: { enum: ['Success', 'Failed'] } },
});

const messagesQuery = queryContract<{ conversation_id: number }>({
	type: 'object',
	additionalProperties: false,
	required: ['conversation_id'],
	properties: { conversation_id: { type: 'integer' } },
});

/** What only the sandbox can do: make conversations, let consumers write, decide what becomes of a message. */
export function partooControl(app: FastifyInstance, { state, deliveries }: PartooService): void {
	app.post('/conversations', async (request) => {
		const { count = 1, messages = 0, ...wanted } = demand(conversationsContract(request.body));
		if (wanted.businessId !== undefined) existing(businessById(wanted.businessId), 'business');
		return { ids: Array.from({ length: count }, () => makeConversation(state, wanted, messages).id) };
	});

	app.post('/messages', async (request) => {
		const {
			conversationId,
			text: content,
			senderType,
			status,
			isAutomated,
			at,
		} = demand(messageContract(request.body));
		const conversation = existing(state.conversation(conversationId), 'conversation');
		return state.addMessage(conversation, {
			content_type: 'Text',
			content,
			sender_type: senderType ?? 'Consumer',
			sender_label: senderType === 'User' ? null : conversation.consumerName,
			status: status ?? 'Success',
			is_automated: isAutomated ?? false,
			...(at !== undefined && { at: Date.parse(at) }),
		});
	});

	app.post('/outcome', async (request): Promise<Message> => {
		const { messageId, status } = demand(outcomeContract(request.body));
		const message = existing(state.message(messageId), 'message');
		deliveries.decide(message, status);
		return message;
	});

	app.get('/messages', async (request) => {
		const { conversation_id: id } = demand(messagesQuery(request.query));
		return { messages: existing(state.conversation(id), 'conversation').messages };
	});
}

function makeConversation(state: PartooState, wanted: NewConversation, messages: number): Conversation {
	const conversation = state.addConversation(wanted);
	conversation.consumerName ??= wanted.consumerName === null ? null : `Consumer ${conversation.id}`;
	for (let number = 1; number <= messages; number++) {
		const sender_type = number % 2 === 1 ? 'Consumer' : 'User';
		state.addMessage(conversation, {
			content_type: 'Text',
			content: `Message ${number}`,
			sender_type,
			status: 'Success',
			quiet: true,
		});
	}
	conversation.readByAll = wanted.isRead ?? true;
	state.conversationChanged(conversation);
	return conversation;
}

function existing<T>(found: T | undefined, what: string): T {
	if (found === undefined) throw Object.assign(new Error(`No such ${what}`), { statusCode: 404 });
	return found;
}
