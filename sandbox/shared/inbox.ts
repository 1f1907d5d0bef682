/** The inbox page's own words: what a conversation and a message look like to a reader, whoever the provider is. */
export interface InboxConversation {
	provider: string;
	id: string;
	/** The provider's word, e.g. `Whatsapp`; the page knows how it is spelt */
	channel: string;
	name: string;
	/** Business, phone number: one line beneath the name. */
	subtitle: string;
	unread: boolean;
	/** Why nothing can be sent here; null when something can. */
	blocked: string | null;
	/** Whether the consumer can send a picture from the page. */
	takesPictures?: boolean;
	/** Whether a colleague can answer in the provider's own inbox. */
	hasColleagues?: boolean;
	/** What the consumer can do beside writing. */
	actions?: InboxChoice[];
	lastMessage: InboxMessage | null;
	/** ISO 8601 */
	changedAt: string;
}

/** As the page gets it. */
export interface ShownConversation extends InboxConversation {
	/** The page of the n8n execution that wrote the last message of the business, where it is known. */
	execution: string | null;
}

export interface InboxMessage {
	id: string;
	from: 'consumer' | 'business' | 'note';
	sender: string | null;
	kind: 'text' | 'image' | 'video' | 'audio' | 'document';
	text: string;
	url: string | null;
	state: 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | null;
	/** Why it failed, where the provider says that. */
	failure?: { code: string; reason: string } | null;
	/** What the consumer can tap in it. */
	choices?: InboxChoice[];
	/** Buttons that open a page. */
	links?: Array<{ title: string; url: string }>;
	/** What can become of it; `delivered` and `failed` when absent. */
	fates?: Decided[];
	/** ISO 8601 */
	at: string;
}

/** A button, or a row of a list. */
export interface InboxChoice {
	id: string;
	title: string;
	description?: string;
}

export const FATES = ['delivered', 'read', 'failed'] as const;

export type Decided = (typeof FATES)[number];

export interface Inbox {
	/** Those that changed last come first. */
	conversations(limit: number): InboxConversation[];
	conversation(id: string): InboxConversation | null;
	/** The last ones, oldest first. */
	messages(conversationId: string, limit: number): InboxMessage[];
	message(id: string): InboxMessage | null;
	/** The consumer writes a text. Null when there is no such conversation. */
	write(conversationId: string, text: string): InboxMessage | null;
	/** A colleague answers in the provider's own inbox. Null when there is no such conversation. */
	answer?(conversationId: string, text: string): InboxMessage | null;
	/** Says what becomes of a message of the business. Null when it has none with this id. */
	decide(messageId: string, state: Decided): InboxMessage | null;
	/** The consumer taps a choice of a message. Null when it has none with this id. */
	choose?(messageId: string, choiceId: string): InboxMessage | null;
	/** The consumer does one of the conversation's actions. Null when there is no such conversation or action. */
	act?(conversationId: string, actionId: string): InboxConversation | null;
	/** The consumer sends a picture of the sandbox's own. Null when there is no such conversation. */
	sendPicture?(conversationId: string): InboxMessage | null;
}

export interface InboxNews {
	conversationId: string;
	messageId: string | null;
}
