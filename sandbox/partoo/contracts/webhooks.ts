import { bodyContract, queryContract } from '../../shared/contract';
import { type PageQuery, pageQuerySchema } from '../pages';

const orgId = { type: 'integer' };

/** https://developers.partoo.co/api-reference/webhooks/get-a-list-of-webhook-configurations */
export const listWebhooksQuery = queryContract<PageQuery & { org_id?: number }>({
	type: 'object',
	additionalProperties: false,
	properties: { ...pageQuerySchema, org_id: orgId },
});

export const organizationQuery = queryContract<{ org_id?: number }>({
	type: 'object',
	additionalProperties: false,
	properties: { org_id: orgId },
});

export interface WantedWebhook {
	url: string;
	event_type: string;
}

/** A list in both directions. https://developers.partoo.co/api-reference/webhooks/create-webhook-configurations */
export const createWebhooksBody = bodyContract<{ items: WantedWebhook[] }>({
	type: 'object',
	additionalProperties: false,
	required: ['items'],
	properties: {
		items: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				additionalProperties: false,
				required: ['url', 'event_type'],
				properties: { url: { type: 'string', format: 'uri' }, event_type: { type: 'string' } },
			},
		},
	},
});

/** https://developers.partoo.co/api-reference/webhooks/update-a-webhook-configuration */
export const updateWebhookBody = bodyContract<{ url: string }>({
	type: 'object',
	additionalProperties: false,
	required: ['url'],
	properties: { url: { type: 'string', format: 'uri' } },
});
