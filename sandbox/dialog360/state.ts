import { EventEmitter } from 'node:events';

import { nowMs } from '../shared/requestLog';
import type { Chat, Message, MessageStatus } from './types';
import { newPerson } from './persons';
import { newMessageId } from './webhooks/envelope';

export type NewMessage = Pick<Message, 'from' | 'type' | 'content'> &
	Partial<Pick<Message, 'id' | 'status' | 'tracking' | 'replyTo' | 'beside' | 'preview' | 'at'>> & {
		/** Without an event: what was always there is no news. */
		quiet?: boolean;
	};

interface StateEvents {
	message_created: [Message, Chat];
	message_updated: [Message, Chat];
	/** With the last message of the chat. */
	chat_updated: [Message];
}

/** What WhatsApp would remember of one number. Its events are what webhooks and the inbox page listen to. */
export class Dialog360State {
	readonly events = new EventEmitter<StateEvents>();
	private readonly chats = new Map<string, Chat>();
	private readonly messagesById = new Map<string, Message>();
	readonly blocked = new Set<string>();
	profile: Record<string, unknown> = {};

	clear(): void {
		this.chats.clear();
		this.messagesById.clear();
		this.blocked.clear();
		this.profile = {};
	}

	all = (): Chat[] => [...this.chats.values()];

	/** By its ID, or by the number or hidden-number ID that the customer has now. */
	find = (id: string): Chat | undefined =>
		this.chats.get(id) ?? this.all().find(({ person }) => person.number === id || person.userId === id);

	message = (id: string): Message | undefined => this.messagesById.get(id);

	/** The chat with a recipient, who may be new. */
	chat(id: string, name = isPhoneNumber(id) ? `+${id}` : id, isGroup = false): Chat {
		const known = this.find(id);
		if (known !== undefined) return known;
		const chat: Chat = {
			id,
			name,
			person: newPerson(id),
			isGroup,
			messages: [],
			unread: false,
			wroteAt: null,
			changedAt: nowMs(),
		};
		this.chats.set(id, chat);
		return chat;
	}

	add(chat: Chat, { at = nowMs(), quiet = false, ...wanted }: NewMessage): Message {
		const message: Message = {
			id: newMessageId(),
			chatId: chat.id,
			at,
			status: wanted.from === 'business' ? 'accepted' : null,
			tracking: null,
			replyTo: null,
			preview: null,
			errorCode: null,
			...wanted,
		};
		chat.messages.push(message);
		chat.changedAt = at;
		chat.unread = message.from === 'customer';
		if (message.from === 'customer') chat.wroteAt = at;
		this.messagesById.set(message.id, message);
		if (!quiet) this.events.emit('message_created', message, chat);
		return message;
	}

	/** The chat itself changed, e.g. who the customer is. */
	touch(chat: Chat): void {
		chat.changedAt = nowMs();
		const last = chat.messages.at(-1);
		if (last !== undefined) this.events.emit('chat_updated', last);
	}

	setStatus(message: Message, status: MessageStatus, errorCode: number | null = null): void {
		Object.assign(message, { status, errorCode });
		const chat = this.chat(message.chatId);
		chat.changedAt = nowMs();
		this.events.emit('message_updated', message, chat);
	}

	/** Everything up to a customer's message has been read by the business. */
	readUpTo(message: Message): void {
		const chat = this.chat(message.chatId);
		chat.unread = false;
		this.events.emit('message_updated', message, chat);
	}
}

const isPhoneNumber = (id: string): boolean => /^[0-9]+$/.test(id);
