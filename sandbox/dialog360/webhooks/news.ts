import { statusError } from '../errors';
import type { Dialog360State } from '../state';
import type { Chat, Message } from '../types';
import { contactOf, recipient, sender } from '../persons';
import type { Announcer } from './announcer';
import { messagesChange, METADATA, whatsappTime } from './envelope';

/** Tells the webhooks what happens: what customers write, and what becomes of the business's messages. */
export function announceMessages(state: Dialog360State, announcer: Announcer): void {
	state.events.on('message_created', (message, chat) => {
		if (message.from === 'customer') announcer.tell(incoming(message, chat));
	});
	state.events.on('message_updated', (message, chat) => {
		if (message.from === 'business' && message.status !== 'accepted') announcer.tell(status(message, chat));
	});
}

function incoming({ id, type, content, at, replyTo, beside }: Message, chat: Chat) {
	return messagesChange({
		contacts: [contactOf(chat)],
		messages: [
			{
				...sender(chat.person),
				...beside,
				id,
				timestamp: whatsappTime(at),
				type,
				...(replyTo !== null && { context: { from: METADATA.display_phone_number, id: replyTo } }),
				[type]: content,
			},
		],
	});
}

function status({ id, status: word, tracking, errorCode, type }: Message, chat: Chat) {
	return messagesChange({
		...(!chat.isGroup && { contacts: [contactOf(chat)] }),
		statuses: [
			{
				id,
				status: word,
				timestamp: whatsappTime(),
				...(chat.isGroup ? { recipient_id: chat.id, recipient_type: 'group' } : recipient(chat.person)),
				...(tracking !== null && { biz_opaque_callback_data: tracking }),
				...(word === 'failed'
					? { errors: [statusError(errorCode ?? 0)] }
					: {
							pricing: {
								billable: type === 'template',
								pricing_model: 'PMP',
								type: 'regular',
								category: type === 'template' ? 'utility' : 'service',
							},
						}),
			},
		],
	});
}
