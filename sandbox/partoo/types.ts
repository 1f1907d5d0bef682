/** Shapes on the wire. https://developers.partoo.co/api-reference/messages/list-messages */
export type MessageStatus = 'Sending' | 'Success' | 'Failed';

export type SenderType = 'User' | 'Consumer' | 'Metadata';

export type MediaType = 'Image' | 'Video' | 'Audio' | 'Document';

export type MessageContent = string | { url: string; file_name: string | null };

export interface Message {
	id: number;
	conversation_id: number;
	date: string;
	content_type: 'Text' | MediaType;
	sender_type: SenderType;
	sender_label: string | null;
	status: MessageStatus;
	is_deleted: boolean;
	is_automated: boolean;
	content: MessageContent;
	user_id: string | null;
	custom_channel: { external_message_id: string } | null;
}

export type ConversationStatus = 'Open' | 'Closed';

/** A conversation as the sandbox holds it; `conversationForApi` makes Partoo's shape of it. */
export interface Conversation {
	id: number;
	consumerName: string | null;
	consumerImage: string | null;
	consumerPhoneNumber: string | null;
	createdAt: string;
	businessId: string;
	messagingPartner: string;
	status: ConversationStatus;
	isExpired: boolean;
	isSolved: boolean;
	issues: string[];
	assignedUserId: string | null;
	customChannel: { channel_id: string; external_conversation_id: string } | null;
	/** Ascending ids. */
	messages: Message[];
	hasUserMessage: boolean;
	/** Reading is a matter of each user. */
	readByAll: boolean;
	readBy: Set<string>;
	/** Milliseconds since 1970; the inbox page sorts by it. */
	changedAt: number;
}

export interface Business {
	id: string;
	code: string;
	status: string;
	org_id: number;
	name: string;
	address_full: string;
	city: string;
	zipcode: string;
	country: string;
	created: number;
	modified: number;
	subscriptions: { messages: { active: boolean } };
	features: string[];
}

export interface User {
	id: string;
	org_id: number | null;
	first_name: string;
	last_name: string;
	email: string;
	lang: string;
	phone: string | null;
	role: 'PROVIDER' | 'ORG_ADMIN' | 'BUSINESS_MANAGER';
	provider: string;
	status: 'active' | 'invited';
	disabled: boolean;
}
