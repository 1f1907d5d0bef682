import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import { dialog360 } from '../../provider/provider';
import type { Dialog360Event } from '../calls/event';
import { ECHO } from '../form/events';
import { kindOf } from '../form/messageKinds';
import { conversationOf, numberOf } from './commonFields';
import { readContent } from './content';
import { isoOf } from './timestamp';

/**
 * A message as one flat item: what a workflow acts on, then all that 360dialog sent. IDs are texts, what is absent is
 * null, and nothing is called `error`: n8n would take the item for one that went wrong.
 */
export function messageOutput(event: Dialog360Event): IDataObject {
	const { type, subject: message, raw } = event;
	const isEcho = type === ECHO;
	const contact = contactOf(event);
	const sender = idText(message.from) ?? (isEcho ? null : idText(contact.wa_id));
	const senderId = idText(message.from_user_id) ?? (isEcho ? null : idText(contact.user_id));
	const recipient = isEcho ? idText(message.to ?? message.to_user_id ?? contact.wa_id ?? contact.user_id) : null;
	const groupId = idText(message.group_id);
	const profile = asObject(contact.profile);
	return {
		event: type,
		provider: dialog360.id,
		messageId: idText(message.id),
		conversationId: conversationOf(event, groupId ?? (isEcho ? recipient : (sender ?? senderId))),
		timestamp: isoOf(message.timestamp),
		sender,
		senderId,
		...(isEcho && { recipient }),
		name: idText(profile.name ?? profile.username),
		contentType: idText(message.type),
		kind: kindOf(message),
		...readContent(message),
		isForwarded: isForwarded(message),
		groupId,
		...numberOf(event),
		...advertisement(message),
		raw,
	};
}

/** Whose profile belongs to the message. Who hides the phone number has an ID only. */
function contactOf({ subject, value }: Dialog360Event): IDataObject {
	const contacts = Array.isArray(value.contacts) ? (value.contacts as unknown[]).map(asObject) : [];
	const keys = [subject.from, subject.to, subject.from_user_id, subject.to_user_id].filter(Boolean);
	const found = contacts.find(({ wa_id, user_id }) => keys.includes(wa_id) || keys.includes(user_id));
	return found ?? (contacts.length === 1 && keys.length === 0 ? contacts[0]! : {});
}

function isForwarded({ context }: IDataObject): boolean {
	const { forwarded, frequently_forwarded } = asObject(context);
	return forwarded === true || frequently_forwarded === true;
}

/** The ad that the customer tapped, and the product that the message is about. */
function advertisement({ referral, context }: IDataObject): IDataObject {
	const { source_id, source_url, headline, ctwa_clid } = asObject(referral);
	const product = asObject(asObject(context).referred_product);
	return {
		...(referral
			? {
					adId: idText(source_id),
					adUrl: idText(source_url),
					adHeadline: idText(headline),
					adClickId: idText(ctwa_clid),
				}
			: {}),
		...(product.product_retailer_id
			? { productId: idText(product.product_retailer_id), catalogId: idText(product.catalog_id) }
			: {}),
	};
}
