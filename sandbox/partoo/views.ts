import { businessById } from './seed/people';
import type { Conversation } from './types';

export const isRead = (conversation: Conversation, userId: string): boolean =>
	conversation.readByAll || conversation.readBy.has(userId);

/** https://developers.partoo.co/api-reference/messages/conversation-information */
export function conversationForApi(conversation: Conversation, userId: string) {
	const business = businessById(conversation.businessId);
	return {
		id: conversation.id,
		consumer_img: conversation.consumerImage,
		consumer_name: conversation.consumerName,
		consumer_phone_number: conversation.consumerPhoneNumber,
		last_message: conversation.messages.at(-1) ?? null,
		is_read: isRead(conversation, userId),
		status: conversation.status,
		created_at: conversation.createdAt,
		has_one_user_message: conversation.hasUserMessage,
		business: {
			id: conversation.businessId,
			name: business?.name ?? '',
			city: business?.city ?? '',
			zipcode: business?.zipcode ?? '',
			country: business?.country ?? '',
			formatted_address: business === undefined ? '' : `${business.address_full}, ${business.zipcode} ${business.city}`,
		},
		messaging_partner: conversation.messagingPartner,
		issues: conversation.issues,
		first_message_date: conversation.messages[0]?.date ?? null,
		is_expired: conversation.isExpired,
		is_solved: conversation.isSolved,
		assigned_user_id: conversation.assignedUserId,
		custom_channel: conversation.customChannel,
	};
}
