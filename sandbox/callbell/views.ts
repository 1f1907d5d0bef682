import { CUSTOM_FIELDS } from './seed';
import type { CallbellSettings } from './settings';
import type { Contact, Message } from './types';

const DASHBOARD = 'https://dash.callbell.eu';

/** https://docs.callbell.eu/api/reference/contacts_api/get_contacts */
export function contactForApi(contact: Contact, withTypes = false) {
	const {
		uuid,
		name,
		createdAt,
		source,
		closedAt,
		tags,
		assignedUser,
		customFields,
		team,
		channel,
		bsuid,
		note,
		funnelId,
	} = contact;
	return {
		uuid,
		name,
		phoneNumber: source === 'whatsapp' && !contact.isHidden ? contact.identifier : null,
		avatarUrl: null,
		createdAt,
		blockedAt: null,
		closedAt,
		source,
		funnelId,
		href: `${DASHBOARD}/contacts/${uuid}`,
		conversationHref: `${DASHBOARD}/chat/${uuid}`,
		tags,
		assignedUser,
		customFields,
		...(withTypes && { customFieldsMetadata: metadataOf(customFields) }),
		team,
		channel,
		bsuid,
		note,
	};
}

/** By what the business knows the customer. */
export const shownIdentifier = ({ identifier, bsuid, isHidden }: Contact): string =>
	isHidden ? (bsuid ?? identifier) : identifier;

function metadataOf(fields: Contact['customFields']) {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, ...CUSTOM_FIELDS[name] }]));
}

/** The documents print some contacts as a list of one. */
export function contactAnswer(contact: Contact, { envelope }: CallbellSettings, withTypes = false) {
	const shown = contactForApi(contact, withTypes);
	return { contact: envelope === 'list' ? [shown] : shown };
}

/** https://docs.callbell.eu/api/reference/contacts_api/get_contact_messages */
export function messageForApi({ uuid, createdAt, text, direction, contact }: Message) {
	const { channel } = contact;
	const customer = shownIdentifier(contact);
	const [from, to] = direction === 'received' ? [customer, channel.uuid] : [channel.uuid, customer];
	return { uuid, createdAt, text, status: direction, channel: contact.source, from, to };
}

/** The answer to a send and to the question for its status. */
export function sendRequestForApi({ uuid, status, messageStatusPayload }: Message) {
	return { uuid, status, messageStatusPayload };
}

/** What `fields` adds to the answer of a send. */
export function fieldsForApi({ contact }: Message, fields: readonly string[]) {
	return {
		...(fields.includes('conversation') && {
			conversation: { source: contact.source, href: `${DASHBOARD}/chat/${contact.uuid}`, createdAt: contact.createdAt },
		}),
		...(fields.includes('contact') && { contact: contactForApi(contact) }),
	};
}
