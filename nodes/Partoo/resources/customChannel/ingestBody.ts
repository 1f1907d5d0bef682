import { requiredText } from '../../../shared/input/checks';

/** What a user fills in to ingest a message. */
export interface IngestInput {
	businessId: unknown;
	externalConversationId: unknown;
	externalMessageId: unknown;
	content: unknown;
	senderType: 'Consumer' | 'User' | (string & {});
	consumerName?: unknown;
	consumerImage?: unknown;
}

/**
 * The JSON body of `POST /custom-channels/{id}/messages`. The optional texts are left out when empty: Partoo's own
 * sample sends the text "null", which would become the customer's name.
 *
 * @throws Failure naming the field that is empty
 */
export function ingestBody(input: IngestInput): Record<string, string> {
	return {
		business_id: requiredText('Business', input.businessId, 'Choose a business from the list or give its ID.').trim(),
		external_conversation_id: requiredText('External Conversation ID', input.externalConversationId),
		external_message_id: requiredText(
			'External Message ID',
			input.externalMessageId,
			"Fill in 'External Message ID' with the message's ID in your system: Partoo knows repetitions by it.",
		),
		content: requiredText('Content', input.content),
		sender_type: input.senderType,
		...optional('consumer_name', input.consumerName),
		...optional('consumer_image', input.consumerImage),
	};
}

function optional(name: string, value: unknown): Record<string, string> {
	const text = value === undefined || value === null ? '' : String(value).trim();
	return text === '' || text === 'null' ? {} : { [name]: text };
}
