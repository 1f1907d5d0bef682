import { identifier } from '../../../shared/input/identifier';
import { link } from '../../../shared/input/files/link';
import { isFile } from '../../../shared/input/value';
import { businessId } from '../../fields/ids';
import { choice, requiredText, text } from '../../../shared/input/text';

/** What a user fills in to ingest a message. */
export interface IngestInput {
	businessId: unknown;
	externalConversationId: unknown;
	externalMessageId: unknown;
	content: unknown;
	senderType: unknown;
	consumerName?: unknown;
	consumerImage?: unknown;
}

/**
 * The JSON body of `POST /custom-channels/{id}/messages`. The optional texts are left out when empty: Partoo's own
 * sample sends the text "null", which would become the customer's name.
 *
 * @param isCustom whether the server is one of the user's own
 * @throws Failure naming the field that is empty or wrong
 */
export function ingestBody(input: IngestInput, isCustom: boolean): Record<string, string> {
	const name = text('Customer Name', given(input.consumerName)).trim();
	const image = given(input.consumerImage);
	return {
		business_id: businessId(input.businessId),
		external_conversation_id: identifier('External Conversation ID', input.externalConversationId),
		external_message_id: identifier(
			'External Message ID',
			input.externalMessageId,
			"Fill in 'External Message ID' with the message's ID in your system: Partoo knows repetitions by it.",
		),
		content: requiredText('Content', input.content),
		sender_type: choice('Sender', input.senderType, ['Consumer', 'User']),
		...(name !== '' && { consumer_name: name }),
		...((isFile(image) || text('Customer Image', image).trim() !== '') && {
			consumer_image: link('Customer Image', image, isCustom),
		}),
	};
}

/** An optional text; the word "null" is none. */
function given(value: unknown): unknown {
	return typeof value === 'string' && value.trim() === 'null' ? '' : value;
}
