import { FATES } from '../shared/inbox';
import type { Inbox, InboxChoice, InboxConversation, InboxMessage } from '../shared/inbox';
import type { Deliveries } from './deliveries';
import type { CallbellState } from './state';
import type { Contact, Message } from './types';
import { shownIdentifier } from './views';

const HIDE = 'hide-number';
const SHOW = 'show-number';
const SENDERS = { sent: 'business', received: 'consumer', note: 'note' } as const;
const STATES: Record<Message['status'], InboxMessage['state']> = {
	enqueued: 'sending',
	sent: 'sent',
	mismatch: 'sent',
	delivered: 'delivered',
	read: 'read',
	failed: 'failed',
};

/** Callbell's conversations as the inbox page shows them: one per contact. */
export const createCallbellInbox = (state: CallbellState, deliveries: Deliveries): Inbox => ({
	conversations: (limit) =>
		[...state.contacts]
			.sort((a, b) => b.changedAt - a.changedAt)
			.slice(0, limit)
			.map(conversationForInbox),
	conversation: (id) => {
		const contact = state.contact(id);
		return contact === undefined ? null : conversationForInbox(contact);
	},
	messages: (id, limit) => (state.contact(id)?.messages ?? []).slice(-limit).map(messageForInbox),
	message: (id) => {
		const message = state.message(id);
		return message === undefined ? null : messageForInbox(message);
	},
	write: (id, text) => {
		const contact = state.contact(id);
		return contact === undefined ? null : messageForInbox(state.addMessage(contact, { direction: 'received', text }));
	},
	answer: (id, text) => {
		const contact = state.contact(id);
		if (contact === undefined) return null;
		const message = state.addMessage(contact, { direction: 'sent', text });
		deliveries.start(message, false);
		return messageForInbox(message);
	},
	act: (id, action) => {
		const contact = state.contact(id);
		if (contact === undefined || !actionsOf(contact).some((offered) => offered.id === action)) return null;
		const bsuid = contact.bsuid ?? `ES.${contact.identifier}`;
		state.updateContact(contact, { bsuid, isHidden: action === HIDE });
		return conversationForInbox(contact);
	},
	decide: (id, wanted) => {
		const message = state.message(id);
		if (message?.direction !== 'sent') return null;
		deliveries.decide(message, wanted);
		return messageForInbox(message);
	},
});

/** Only WhatsApp lets a customer hide the number. */
function actionsOf({ source, isHidden, identifier, bsuid }: Contact): InboxChoice[] {
	if (source !== 'whatsapp' || identifier === bsuid) return [];
	return isHidden ? [{ id: SHOW, title: 'Show the phone number' }] : [{ id: HIDE, title: 'Hide the phone number' }];
}

function conversationForInbox(contact: Contact): InboxConversation {
	const last = contact.messages.at(-1);
	return {
		provider: 'callbell',
		id: contact.uuid,
		channel: contact.source,
		name: contact.name,
		subtitle: [contact.channel.title, shownIdentifier(contact)].join(' · '),
		actions: actionsOf(contact),
		unread: contact.unread,
		blocked: null,
		hasColleagues: true,
		lastMessage: last === undefined ? null : messageForInbox(last),
		changedAt: new Date(contact.changedAt).toISOString(),
	};
}

function messageForInbox(message: Message): InboxMessage {
	const { uuid, direction, type, text, url, status, createdAt, contact } = message;
	return {
		id: uuid,
		from: SENDERS[direction],
		sender: direction === 'received' ? contact.name : null,
		kind: type as InboxMessage['kind'],
		text: text ?? url?.split('/').pop() ?? '',
		url,
		state: direction === 'sent' ? STATES[status] : null,
		fates: [...FATES],
		at: createdAt,
	};
}
