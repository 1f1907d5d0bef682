import type { IDataObject } from 'n8n-workflow';

/** The ten fields of a conversation that workflows use most. */
export function simplifyConversation(conversation: IDataObject): IDataObject {
	const { id, status, messaging_partner, consumer_name, consumer_phone_number, is_read, assigned_user_id, created_at } =
		conversation;
	const business = (conversation.business ?? {}) as IDataObject;
	return {
		id,
		status,
		messaging_partner,
		consumer_name,
		consumer_phone_number,
		is_read,
		business_id: business.id ?? null,
		business_name: business.name ?? null,
		assigned_user_id,
		created_at,
	};
}
