/** Shapes on the wire. https://docs.callbell.eu/api */
export interface Channel {
	uuid: string;
	title: string;
	type: string;
	main: boolean;
	discardedAt: string | null;
}

export interface Team {
	uuid: string;
	name: string;
	createdAt: string;
	default: boolean;
	members: number;
}

export interface Template {
	uuid: string;
	title: string;
	text: string;
	templateType: 'text' | 'image' | 'video' | 'document';
	category: string;
	status: string;
	createdAt: string;
}

export type MessageStatus = 'enqueued' | 'sent' | 'delivered' | 'read' | 'failed' | 'mismatch';

export interface Message {
	uuid: string;
	contact: Contact;
	createdAt: string;
	text: string | null;
	url: string | null;
	type: string;
	/** Who wrote it, in the words of a contact's messages. */
	direction: 'sent' | 'received' | 'note';
	/** What became of it; of no meaning for those of customers. */
	status: MessageStatus;
	messageStatusPayload: Record<string, unknown>;
	metadata: Record<string, string> | undefined;
}

/** A contact as the sandbox holds it; `contactForApi` makes Callbell's shape of it. */
export interface Contact {
	uuid: string;
	/** Phone number in digits, or the platform's identifier. */
	identifier: string;
	bsuid: string | null;
	/** Whether WhatsApp tells the business no number. */
	isHidden: boolean;
	name: string;
	source: string;
	channel: Channel;
	team: Team;
	assignedUser: string | null;
	tags: string[];
	customFields: Record<string, string | string[]>;
	note: string | null;
	funnelId: string | null;
	createdAt: string;
	closedAt: string | null;
	bot: 'bot_start' | 'bot_end';
	/** Oldest first. */
	messages: Message[];
	/** Milliseconds since 1970; the most recent conversation comes first in lists. */
	changedAt: number;
	unread: boolean;
}
