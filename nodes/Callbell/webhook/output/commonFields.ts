import type { IDataObject } from 'n8n-workflow';
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
