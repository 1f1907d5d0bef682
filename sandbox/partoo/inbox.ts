import type { Inbox, InboxConversation, InboxMessage } from '../shared/inbox';
import { isoDate } from './dates';
import { blockedBecause } from './rules';
import { ADMIN_USER, businessById, ORG_ID } from './seed/people';
import type { PartooService } from './service';
import type { Conversation, Message } from './types';
import { isRead } from './views';
import { tryOut } from './webhooks/announcer';
import { messagePayload } from './webhooks/payloads';

/** Partoo's "send test webhook payloads": the last message once more, to whoever is registered. */
const TRYOUT = 'try-out';

const SENDERS = { User: 'business', Consumer: 'consumer', Metadata: 'note' } as const;
const STATES = { Sending: 'sending', Success: 'delivered', Failed: 'failed' } as const;
const OUTCOMES = { delivered: 'Success', failed: 'Failed' } as const;
const NOTES: Readonly<Record<string, string>> = { Solving: 'Conversation closed', Reopening: 'Conversation re-opened' };

/** Partoo's conversations as the inbox page shows them, read with the eyes of the admin key's user. */
export function createPartooInbox(service: PartooService): Inbox {
	const { state, deliveries } = service;
	return {
		conversations: (limit) =>
			[...state.conversations]
				.sort((a, b) => b.changedAt - a.changedAt)
				.slice(0, limit)
				.map(conversationForInbox),
		conversation: (id) => {
			const conversation = state.conversation(Number(id));
			return conversation === undefined ? null : conversationForInbox(conversation);
		},
		messages: (conversationId, limit) =>
			(state.conversation(Number(conversationId))?.messages ?? []).slice(-limit).map(messageForInbox),
		message: (id) => {
			const message = state.message(Number(id));
			return message === undefined ? null : messageForInbox(message);
		},
		write: (conversationId, text) => {
			const conversation = state.conversation(Number(conversationId));
			if (conversation === undefined) return null;
			const message = state.addMessage(conversation, {
				content_type: 'Text',
				content: text,
				sender_type: 'Consumer',
				sender_label: conversation.consumerName,
				status: 'Success',
			});
			return messageForInbox(message);
		},
		answer: (conversationId, text) => {
			const conversation = state.conversation(Number(conversationId));
			if (conversation === undefined || blockedBecause(conversation) !== null) return null;
			const message = state.addMessage(conversation, {
				content_type: 'Text',
				content: text,
				sender_type: 'User',
				sender_label: `${ADMIN_USER.first_name} ${ADMIN_USER.last_name}`,
				user_id: ADMIN_USER.id,
				status: 'Sending',
			});
			deliveries.start(message);
			return messageForInbox(message);
		},
		decide: (id, wanted) => {
			const message = state.message(Number(id));
			// Partoo has no word for a message that was read.
			if (message?.sender_type !== 'User' || wanted === 'read') return null;
			deliveries.decide(message, OUTCOMES[wanted]);
			return messageForInbox(message);
		},
		act: (id, action) => {
			const conversation = state.conversation(Number(id));
			const message = conversation?.messages.at(-1);
			if (action !== TRYOUT || message === undefined) return null;
			const registered = ['message_created', 'message_updated'].flatMap((eventType) => {
				const url = service.webhooks.of(eventType, ORG_ID)?.url;
				return url === undefined ? [] : [{ eventType, url }];
			});
			if (registered.length === 0)
				throw Object.assign(new Error('No webhook is registered for messages: nobody was called'), { statusCode: 409 });
			for (const { eventType, url } of registered)
				void tryOut(service, eventType, url, messagePayload(message, conversation!));
			return conversationForInbox(conversation!);
		},
	};
}

function conversationForInbox(conversation: Conversation): InboxConversation {
	const last = conversation.messages.at(-1);
	return {
		provider: 'partoo',
		id: String(conversation.id),
		channel: conversation.messagingPartner,
		name: conversation.consumerName ?? 'Unknown',
		subtitle: [businessById(conversation.businessId)?.name, conversation.consumerPhoneNumber]
			.filter(Boolean)
			.join(' · '),
		unread: !isRead(conversation, ADMIN_USER.id),
		blocked: blockedBecause(conversation),
		hasColleagues: true,
		actions: last === undefined ? [] : [{ id: TRYOUT, title: 'Send webhooks a try-out' }],
		lastMessage: last === undefined ? null : messageForInbox(last),
		changedAt: new Date(conversation.changedAt).toISOString(),
	};
}

function messageForInbox(message: Message): InboxMessage {
	const { content, content_type, sender_type } = message;
	const url = typeof content === 'string' ? content : content.url;
	const isText = content_type === 'Text';
	const fileName = typeof content === 'string' ? null : content.file_name;
	return {
		id: String(message.id),
		from: SENDERS[sender_type],
		sender: message.sender_label,
		kind: isText ? 'text' : (content_type.toLowerCase() as InboxMessage['kind']),
		text: isText ? (sender_type === 'Metadata' ? (NOTES[url] ?? url) : url) : (fileName ?? content_type),
		url: isText ? null : url,
		state: sender_type === 'User' ? STATES[message.status] : null,
		at: isoDate(message.date),
	};
}
