import { EventEmitter } from 'node:events';

import { nowMs } from '../shared/requestLog';
import { partooDate } from './dates';
import { PARIS } from './seed/people';
import type { Conversation, Message, SenderType } from './types';

const FIRST_CONVERSATION_ID = 1001;
const FIRST_MESSAGE_ID = 501;

export interface NewConversation {
	messagingPartner?: string;
	status?: Conversation['status'];
	isExpired?: boolean;
	isSolved?: boolean;
	isRead?: boolean;
	issues?: string[];
	assignedUserId?: string | null;
	businessId?: string;
	consumerName?: string | null;
	consumerImage?: string | null;
	consumerPhoneNumber?: string | null;
	customChannel?: Conversation['customChannel'];
	at?: number;
}

export interface NewMessage
	extends
		Pick<Message, 'content_type' | 'content' | 'sender_type' | 'status'>,
		Partial<Pick<Message, 'sender_label' | 'user_id' | 'custom_channel' | 'is_automated'>> {
	at?: number;
	/** Without an event: what was always there is no news. */
	quiet?: boolean;
}

interface StateEvents {
	message_created: [Message, Conversation];
	message_updated: [Message, Conversation];
	conversation_updated: [Conversation];
}

/** Everything that Partoo would remember. Its events are what webhooks and the inbox page listen to. */
export class PartooState {
	readonly events = new EventEmitter<StateEvents>();
	/** Ascending ids. */
	readonly conversations: Conversation[] = [];
	private readonly byId = new Map<number, Conversation>();
	private readonly messagesById = new Map<number, Message>();
	private readonly byExternalId = new Map<string, Conversation>();
	private readonly ingested = new Set<string>();
	private nextMessageId = FIRST_MESSAGE_ID;
	private lastMessageId = FIRST_MESSAGE_ID;

	/** What is planted afterwards gets the same IDs each time. */
	clear(): void {
		this.conversations.length = 0;
		for (const memory of [this.byId, this.messagesById, this.byExternalId, this.ingested]) memory.clear();
		this.lastMessageId = Math.max(this.lastMessageId, this.nextMessageId);
		this.nextMessageId = FIRST_MESSAGE_ID;
	}

	/** As at Partoo, no message ever has the ID of another: not even of one that a reset has taken away. */
	planted(): void {
		this.nextMessageId = Math.max(this.lastMessageId, this.nextMessageId);
	}

	conversation = (id: number): Conversation | undefined => this.byId.get(id);

	message = (id: number): Message | undefined => this.messagesById.get(id);

	conversationByExternalId = (channelId: string, externalId: string): Conversation | undefined =>
		this.byExternalId.get(JSON.stringify([channelId, externalId]));

	/** @returns false when the channel has had a message with this id before. */
	claimExternalMessage(channelId: string, externalMessageId: string): boolean {
		const key = JSON.stringify([channelId, externalMessageId]);
		if (this.ingested.has(key)) return false;
		this.ingested.add(key);
		return true;
	}

	addConversation(wanted: NewConversation): Conversation {
		const at = wanted.at ?? nowMs();
		const isExpired = wanted.isExpired ?? false;
		const conversation: Conversation = {
			id: FIRST_CONVERSATION_ID + this.conversations.length,
			consumerName: wanted.consumerName ?? null,
			consumerImage: wanted.consumerImage ?? null,
			consumerPhoneNumber: wanted.consumerPhoneNumber ?? null,
			createdAt: partooDate(at),
			businessId: wanted.businessId ?? PARIS,
			messagingPartner: wanted.messagingPartner ?? 'Facebook',
			status: wanted.status ?? (isExpired ? 'Closed' : 'Open'),
			isExpired,
			isSolved: wanted.isSolved ?? false,
			issues: wanted.issues ?? [],
			assignedUserId: wanted.assignedUserId ?? null,
			customChannel: wanted.customChannel ?? null,
			messages: [],
			hasUserMessage: false,
			readByAll: wanted.isRead ?? true,
			readBy: new Set(),
			changedAt: at,
		};
		this.conversations.push(conversation);
		this.byId.set(conversation.id, conversation);
		const custom = conversation.customChannel;
		if (custom !== null) {
			this.byExternalId.set(JSON.stringify([custom.channel_id, custom.external_conversation_id]), conversation);
		}
		return conversation;
	}

	addMessage(conversation: Conversation, { at = nowMs(), quiet = false, ...wanted }: NewMessage): Message {
		const message: Message = {
			id: this.nextMessageId++,
			conversation_id: conversation.id,
			date: partooDate(at),
			sender_label: null,
			is_deleted: false,
			is_automated: false,
			user_id: null,
			custom_channel: null,
			...wanted,
		};
		conversation.messages.push(message);
		conversation.changedAt = at;
		this.messagesById.set(message.id, message);
		this.noteSender(conversation, message.sender_type);
		if (!quiet) this.events.emit('message_created', message, conversation);
		return message;
	}

	updateMessage(message: Message, change: Partial<Pick<Message, 'status' | 'is_deleted'>>): void {
		const conversation = this.byId.get(message.conversation_id);
		if (conversation === undefined) return;
		Object.assign(message, change);
		conversation.changedAt = nowMs();
		this.events.emit('message_updated', message, conversation);
	}

	conversationChanged(conversation: Conversation): void {
		this.events.emit('conversation_updated', conversation);
	}

	private noteSender(conversation: Conversation, sender: SenderType): void {
		if (sender === 'User') conversation.hasUserMessage = true;
		if (sender !== 'Consumer') return;
		conversation.readByAll = false;
		conversation.readBy.clear();
	}
}
