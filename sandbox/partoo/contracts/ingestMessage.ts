import { bodyContract } from '../../shared/contract';

export interface IngestBody {
	business_id: string;
	external_conversation_id: string;
	external_message_id: string;
	content: string;
	sender_type: 'User' | 'Consumer';
	consumer_name?: string | null;
	consumer_image?: string | null;
}

const own = { type: 'string', minLength: 1 };

/** https://developers.partoo.co/api-reference/custom-channels/ingest-message */
export const ingestBody = bodyContract<IngestBody>({
	type: 'object',
	additionalProperties: false,
	required: ['business_id', 'external_conversation_id', 'external_message_id', 'content', 'sender_type'],
	properties: {
		business_id: { type: 'string', pattern: '^[0-9a-f]{24}$' },
		external_conversation_id: own,
		external_message_id: own,
		content: own,
		sender_type: { enum: ['User', 'Consumer'] },
		consumer_name: { type: 'string', nullable: true },
		consumer_image: { type: 'string', format: 'uri', nullable: true },
	},
});
