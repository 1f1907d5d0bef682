export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** A customer's chat with the number. */
export interface Chat {
	/** Phone number without plus, hidden-number ID or group ID. */
	id: string;
	name: string;
	isGroup: boolean;
	messages: Message[];
	unread: boolean;
	/** Milliseconds since 1970; null when the customer never wrote. */
	wroteAt: number | null;
	changedAt: number;
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
	/** What a template reads like once its variables are in. */
	preview: string | null;
	errorCode: number | null;
}
