/** The inbox page's own words: what a conversation and a message look like to a reader, whoever the provider is. */
export interface InboxConversation {
	provider: string;
	id: string;
	/** e.g. `Whatsapp` */
	channel: string;
	name: string;
	/** Business, phone number: one line beneath the name. */
	subtitle: string;
	unread: boolean;
	/** Why nothing can be sent here; null when something can. */
	blocked: string | null;
	lastMessage: InboxMessage | null;
	/** ISO 8601 */
	changedAt: string;
}

export interface InboxMessage {
	id: string;
	from: 'consumer' | 'business' | 'note';
	sender: string | null;
	kind: 'text' | 'image' | 'video' | 'audio' | 'document';
	text: string;
	url: string | null;
	state: 'sending' | 'delivered' | 'failed' | null;
	/** ISO 8601 */
	at: string;
}

export type Decided = 'delivered' | 'failed';

export interface Inbox {
	/** Those that changed last come first. */
	conversations(limit: number): InboxConversation[];
	conversation(id: string): InboxConversation | null;
	/** The last ones, oldest first. */
	messages(conversationId: string, limit: number): InboxMessage[];
	message(id: string): InboxMessage | null;
	/** The consumer writes a text. Null when there is no such conversation. */
	write(conversationId: string, text: string): InboxMessage | null;
	/** Says what becomes of a message of the business. Null when it has none with this id. */
	decide(messageId: string, state: Decided): InboxMessage | null;
}

export interface InboxNews {
	conversationId: string;
	messageId: string | null;
}
