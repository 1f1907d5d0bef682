import { bodyContract, queryContract } from '../../shared/contract';
import { perPageSchema } from '../pages';

/** https://developers.partoo.co/api-reference/messages/list-conversations */
export const listConversationsQuery = queryContract<{ per_page?: number; cursor?: string; business__in?: string }>({
	type: 'object',
	additionalProperties: false,
	properties: {
		per_page: perPageSchema,
		cursor: { type: 'string' },
		business__in: { type: 'string', pattern: '^[0-9a-f]{24}(,[0-9a-f]{24})*$' },
	},
});

/** https://developers.partoo.co/api-reference/messages/list-messages */
export const listMessagesQuery = queryContract<{ conversation_id: number; per_page?: number; cursor?: string }>({
	type: 'object',
	additionalProperties: false,
	required: ['conversation_id'],
	properties: { conversation_id: { type: 'integer' }, per_page: perPageSchema, cursor: { type: 'string' } },
});

export interface UpdateConversationBody {
	status?: 'open' | 'closed';
	assigned_user_id?: string;
}

/** One action at a time. https://developers.partoo.co/api-reference/messages/update-conversation-1 */
export const updateConversationBody = bodyContract<UpdateConversationBody>({
	type: 'object',
	additionalProperties: false,
	minProperties: 1,
	maxProperties: 1,
	properties: {
		status: { enum: ['open', 'closed'] },
		assigned_user_id: { type: 'string', pattern: '^([0-9a-f]{24}|unassigned)$' },
	},
});

/** Retrying and reading take no body; an empty object is what the rule about Content-Type leads to. */
export const noBody = bodyContract<object>({ type: 'object', additionalProperties: false, properties: {} });

export const noQuery = queryContract<object>({ type: 'object', additionalProperties: false, properties: {} });
