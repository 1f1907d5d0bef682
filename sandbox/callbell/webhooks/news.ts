import { type CallbellState, isoNow } from '../state';
import type { Contact, Message } from '../types';
import { contactForApi, shownIdentifier } from '../views';
import { announce, type WebhookService } from './announcer';

/** Tells whoever is subscribed what happens. https://docs.callbell.eu/api/reference/webhooks/introduction and its neighbours */
export function announceState(state: CallbellState, service: WebhookService): void {
	const tell = (event: string, payload: object, subject: string) => announce(service, event, payload, subject);
	state.events.on('message_created', (message) => {
		if (message.direction !== 'note') tell('message_created', createdPayload(message), message.uuid);
	});
	state.events.on('message_status_updated', (message) =>
		tell('message_status_updated', statusPayload(message), message.uuid),
	);
	state.events.on('contact_deleted', ({ uuid }) => tell('contact_deleted', { uuid, deleted: isoNow() }, uuid));
	for (const event of ['contact_created', 'contact_updated'] as const) {
		state.events.on(event, (contact) => tell(event, contactForApi(contact), contact.uuid));
	}
	for (const event of ['conversation_opened', 'conversation_closed'] as const) {
		state.events.on(event, (contact) => tell(event, conversationPayload(contact), contact.uuid));
	}
}

/** With the UUID that live calls have and the documents do not. */
function createdPayload({ uuid, direction, text, url, contact, createdAt, metadata }: Message): object {
	const { channel, source } = contact;
	const customer = shownIdentifier(contact);
	const [from, to] = direction === 'received' ? [customer, channel.uuid] : [channel.uuid, customer];
	return {
		to,
		from,
		text,
		uuid,
		status: direction,
		channel: source,
		contact: contactForApi(contact),
		createdAt,
		...(url !== null && { attachments: [url] }),
		...(metadata && { metadata }),
	};
}

function statusPayload({ uuid, status, messageStatusPayload, contact, metadata }: Message): object {
	return { uuid, status, contact: contactForApi(contact), messageStatusPayload, ...(metadata && { metadata }) };
}

function conversationPayload(contact: Contact): object {
	const shown = contactForApi(contact);
	const { source, createdAt, closedAt } = contact;
	return {
		source,
		href: shown.conversationHref,
		contact: shown,
		createdAt,
		...(closedAt !== null && { closedAt, closingReason: 'issue_resolved' }),
	};
}
