import type { IDataObject } from 'n8n-workflow';
import { MARK_KEY, readMark, UNMARKED } from '../../../shared/delivery/mark';
import { asObject, idText } from '../../../shared/json';
import { channelIdOf, channelKindOf, contactOf, teamOf } from '../calls/event';
import type { CallbellEvent } from '../calls/event';

/** What lasts of a conversation, which has no ID of its own at Callbell: the channel and the contact. */
export function conversationIdOf(event: CallbellEvent): string | null {
	const contactId = idText(contactOf(event).uuid);
	return contactId && [channelIdOf(event), contactId].filter(Boolean).join(':');
}

/** Whom an event is about, and who looks after them; the same fields in all items. */
export function contactSummary(event: CallbellEvent): IDataObject {
	const contact = contactOf(event);
	const team = teamOf(event);
	return {
		contactId: idText(contact.uuid),
		contactName: idText(contact.name),
		contactPhone: idText(contact.phoneNumber),
		contactBsuid: idText(contact.bsuid),
		contactTags: Array.isArray(contact.tags) ? contact.tags : [],
		channel: channelKindOf(event),
		channelId: channelIdOf(event),
		teamId: idText(team.uuid),
		teamName: idText(team.name),
		assignedUser: idText(contact.assignedUser),
		conversationUrl: idText(contact.conversationHref ?? event.payload.href),
	};
}

/** Where in n8n a message was sent, and what else its send gave to it. */
export function originOf(payload: IDataObject): IDataObject {
	const metadata = metadataOf(payload);
	const { [MARK_KEY]: mark, ...others } = asObject(metadata);
	const origin = readMark(mark);
	if (!origin) return { metadata, ...UNMARKED };
	return { metadata: Object.keys(others).length > 0 ? others : null, ...origin };
}

/** Metadata that a send gave to its message; it may come back as an object or as its JSON. */
export function metadataOf({ metadata }: IDataObject): IDataObject | string | null {
	if (typeof metadata !== 'string') return metadata ? asObject(metadata) : null;
	try {
		const parsed: unknown = JSON.parse(metadata);
		return typeof parsed === 'object' && parsed !== null ? (parsed as IDataObject) : metadata;
	} catch {
		return metadata || null;
	}
}
