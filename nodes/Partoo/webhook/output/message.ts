import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { summaryOf } from '../../../shared/trigger/summary';
import { messageStatus } from '../../provider/messageStatus';
import { readContent } from './content';
import type { PartooEvent } from '../calls/event';
import { businessOf } from '../calls/event';

/**
 * A message event as one flat item: what became of the message in the words that all providers share, then what a
 * workflow acts on, then all that Partoo sent. IDs are texts, what is absent is null, and nothing is called `error`:
 * n8n would take the item for one that went wrong. A conversation in an event is reduced; its status and assignee have
 * to be read (https://developers.partoo.co/api-reference/webhooks-events/message-updated).
 */
export function messageOutput(event: PartooEvent, message: IDataObject, conversation: IDataObject): IDataObject {
	const status: Partial<DeliveryStatus> = messageStatus(message);
	delete status.raw;
	const conversationId = status.conversationId ?? idText(conversation.id);
	const content = readContent(message);
	return {
		...status,
		conversationId,
		recipient: idText(conversation.consumer_phone_number),
		event: event.type,
		isTryout: event.isTryout,
		contentType: idText(message.content_type),
		...content,
		summary: summaryOf(message.content_type, content.text, content.fileName, content.mediaUrl),
		answerTo: conversationId,
		senderType: idText(message.sender_type),
		senderLabel: idText(message.sender_label),
		isAutomated: flag(message.is_automated),
		isDeleted: flag(message.is_deleted),
		consumerName: idText(conversation.consumer_name),
		channel: idText(conversation.messaging_partner),
		businessId: idText(businessOf(event)),
		organizationId: idText(event.payload.org_id),
		externalConversationId: idText(asObject(conversation.custom_channel).external_conversation_id),
		externalMessageId: idText(asObject(message.custom_channel).external_message_id),
		raw: event.raw,
	};
}

function flag(value: unknown): boolean | null {
	return typeof value === 'boolean' ? value : null;
}
