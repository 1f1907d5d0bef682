export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** A customer's chat with the number. */
export interface Chat {
	/** Phone number without plus, hidden-number ID or group ID. */
	id: string;
	name: string;
	/** What webhooks tell of the person; the ID of the chat stays the same whatever becomes of these. */
	person: Person;
	isGroup: boolean;
	messages: Message[];
	unread: boolean;
	/** Milliseconds since 1970; null when the customer never wrote. */
	wroteAt: number | null;
	changedAt: number;
}

/** Who a customer is to WhatsApp. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
export interface Person {
	/** Digits; null where the business never knew it. */
	number: string | null;
	/** The hidden-number ID; null in the days before there were any. */
	userId: string | null;
	username: string | null;
	isHidden: boolean;
	/** Whether the customer takes marketing messages. */
	marketing: 'resume' | 'stop';
}

export interface Message {
	/** e.g. `wamid.HBgL…` */
	id: string;
	chatId: string;
	from: 'business' | 'customer';
	type: string;
	/** As it is on the wire, below the name of its type. */
	content: Record<string, unknown>;
	/** Milliseconds since 1970. */
	at: number;
	/** Null for what a customer wrote. */
	status: MessageStatus | null;
	/** `biz_opaque_callback_data`. */
	tracking: string | null;
	/** The message that this one answers. */
	replyTo: string | null;
	/** What stands beside the content. */
	beside?: Record<string, unknown>;
	/** What a template reads like once its variables are in. */
	preview: string | null;
	errorCode: number | null;
}
