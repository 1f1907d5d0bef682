import { notAllowed, notFound } from './errors';
import type { PartooState } from './state';
import type { Conversation, MediaType, Message } from './types';

/** Channels that are not named here take everything. https://developers.partoo.co/api-reference/messages/send-message */
const MEDIA_BY_CHANNEL: ReadonlyMap<string, readonly MediaType[]> = new Map([
	['Facebook', ['Image', 'Video', 'Audio', 'Document']],
	['Instagram', ['Image', 'Video', 'Audio']],
	['SMS', []],
	['Whatsapp', ['Image', 'Video', 'Audio', 'Document']],
]);

/** Ids are integers; a path that is none leads nowhere. */
export function findConversation(state: PartooState, id: string | number): Conversation {
	const conversation = /^\d+$/.test(String(id)) ? state.conversation(Number(id)) : undefined;
	if (conversation === undefined) throw notFound();
	return conversation;
}

export function findMessage(state: PartooState, id: string): Message {
	const message = /^\d+$/.test(id) ? state.message(Number(id)) : undefined;
	if (message === undefined) throw notFound();
	return message;
}

/** Why nothing can be sent in this conversation, or null. https://developers.partoo.co/api-reference/messages/conversation-information */
export function blockedBecause(conversation: Conversation): string | null {
	if (conversation.isExpired) return 'The conversation is expired';
	if (conversation.status === 'Closed') return 'The conversation is closed';
	if (conversation.issues.length > 0) return `The conversation has issues: ${conversation.issues.join(', ')}`;
	return null;
}

export function checkSendable(conversation: Conversation, contentType: Message['content_type']): void {
	const reason = blockedBecause(conversation);
	if (reason !== null) throw notAllowed(`Operation not allowed: ${reason}`);
	const media = MEDIA_BY_CHANNEL.get(conversation.messagingPartner);
	if (contentType === 'Text' || media === undefined || media.includes(contentType)) return;
	throw notAllowed(
		`Operation not allowed: ${conversation.messagingPartner} does not take messages of type ${contentType}`,
	);
}
