import { asObject } from '../../../shared/json';
import { isGood } from '../../../shared/transport/answer';
import type { HttpAnswer } from '../../../shared/transport/answer';
import { requiredText } from '../../../shared/input/checks';
import { answerFailure } from '../../../shared/transport/httpFailure';
import { Failure } from '../../../shared/failures/failure';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { acceptedStatus } from '../../provider/messageStatus';
import { partoo } from '../../provider/provider';

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

export const ingest = defineOperation({
	name: 'Ingest',
	value: 'ingest',
	action: 'Ingest message',
	description: 'Write a message of another system into a custom channel',
	repeatable: true,
	async run(item) {
		const channelId = requiredText(
			'Channel ID',
			item.param('channelId', ''),
			'Partoo gives you the ID when it sets the channel up.',
		);
		const extras = item.param<{ consumerName?: string; consumerImage?: string }>('additionalFields', {});
		const body = ingestBody({
			businessId: item.param('businessId', ''),
			externalConversationId: item.param('externalConversationId', ''),
			externalMessageId: item.param('externalMessageId', ''),
			content: item.param('content', ''),
			senderType: item.param('senderType', 'Consumer'),
			...extras,
		});
		const url = `/custom-channels/${encodeURIComponent(channelId.trim())}/messages`;
		const answer = await item.ask({ method: 'POST', url, body });
		if (!isGood(answer)) throw refusal(answer);
		const { external_conversation_id: externalConversationId, external_message_id: externalMessageId } = body;
		const accepted = acceptedStatus({ externalConversationId, externalMessageId }, asObject(answer.body));
		return toItems([{ ...accepted, providerStatus: null }]);
	},
});

/** Partoo documents one refusal of its own: the role (reference page of "ingest message"). */
function refusal(answer: HttpAnswer): Failure {
	const failure = answerFailure(partoo, answer);
	if (answer.statusCode !== 403) return failure;
	return new Failure({
		...failure.facts,
		cause: 'Only keys of the roles ORG_ADMIN and PROVIDER may write into a custom channel.',
		nextStep:
			'Use a credential with a key of an ORG_ADMIN or PROVIDER, and check that the channel belongs to its organization.',
	});
}
