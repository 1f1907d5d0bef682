import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText, objectsIn } from '../../../shared/json';
import type { Dialog360Event } from '../calls/event';
import { conversationOf, errorFields } from './commonFields';
import { personOf } from './person';

/**
 * A customer's word on marketing messages: `stop`, `resume`
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences).
 */
export function preferenceFields(event: Dialog360Event): IDataObject {
	const { wa_id, user_id, parent_user_id, value, category, detail, signup_id } = event.subject;
	const person = personOf(event);
	const sender = firstId(wa_id, person.number);
	const senderId = firstId(user_id, person.id);
	return {
		conversationId: conversationOf(event, senderId ?? sender),
		sender,
		senderId,
		senderParentId: firstId(parent_user_id, person.parentId),
		name: person.name,
		username: person.username,
		preference: idText(value),
		category: idText(category),
		detail: idText(detail),
		...(signup_id !== undefined && { signupId: idText(signup_id) }),
	};
}

/**
 * An entry of the address book in the WhatsApp Business app
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_app_state_sync).
 */
export function contactFields(event: Dialog360Event): IDataObject {
	const { action, type } = event.subject;
	const contact = asObject(event.subject.contact);
	const number = firstId(contact.phone_number, contact.wa_id);
	const id = idText(contact.user_id);
	return {
		conversationId: conversationOf(event, id ?? number),
		change: firstId(action, type),
		name: firstId(contact.full_name, contact.first_name),
		firstName: idText(contact.first_name),
		username: idText(contact.username),
		contactPhone: number,
		contactId: id,
	};
}

/**
 * What became of a group
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/group_lifecycle_update
 * and its neighbours).
 */
export function groupFields(event: Dialog360Event): IDataObject {
	const { subject: group } = event;
	const groupId = idText(group.group_id);
	const participants = ['added_participants', 'removed_participants', 'failed_participants'].flatMap((key) =>
		objectsIn(group[key]),
	);
	return {
		conversationId: conversationOf(event, groupId),
		change: idText(group.type),
		groupId,
		groupName: firstId(asObject(group.group_subject).text, group.subject),
		groupDescription: firstId(asObject(group.group_description).text, group.description),
		inviteLink: idText(group.invite_link),
		participants: participants.map(({ wa_id, user_id, input }) => firstId(wa_id, user_id, input)).filter(Boolean),
		sender: idText(group.wa_id),
		senderId: idText(group.user_id),
		initiatedBy: idText(group.initiated_by),
		reason: idText(group.reason),
		requestId: firstId(group.request_id, group.join_request_id),
		...(group.errors !== undefined && errorFields(group.errors)),
	};
}
