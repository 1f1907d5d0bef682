import { bodyContract, queryContract } from '../../shared/contract';

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text };
const flag = { enum: ['true', 'false'] };
const page = { type: 'integer', minimum: 1 };
const object = (properties: object, required: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	required,
	properties,
});

/** https://docs.callbell.eu/api/reference/contacts_api/get_contacts */
export interface ContactsQuery {
	page?: number;
	after?: string;
	source?: string;
	tags?: string;
	team_uuid?: string;
	include_field_types?: 'true' | 'false';
}

export const contactsQuery = queryContract<ContactsQuery>(
	object({ page, after: text, source: text, tags: text, team_uuid: text, include_field_types: flag }),
);

export const contactQuery = queryContract<{ include_field_types?: 'true' | 'false' }>(
	object({ include_field_types: flag }),
);

export const phoneQuery = queryContract<{ channel_uuid?: string }>(object({ channel_uuid: text }));

export interface ContactFields {
	name?: string;
	tags?: string[];
	custom_fields?: Record<string, string | string[]>;
	assigned_user?: string;
	unassign_user?: true;
	team_uuid?: string;
	bot_status?: 'bot_start' | 'bot_end';
	note?: string;
}

const fields = {
	name: text,
	tags: texts,
	custom_fields: { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, texts] } },
	assigned_user: text,
	team_uuid: text,
	bot_status: { enum: ['bot_start', 'bot_end'] },
	note: { type: 'string', maxLength: 1000 },
};

/** https://docs.callbell.eu/api/reference/contacts_api/post_contacts */
export const createContract = bodyContract<
	ContactFields & { identifier: string; source: string; name: string; channel_uuid?: string }
>(object({ ...fields, identifier: text, source: text, channel_uuid: text }, ['identifier', 'source', 'name']));

/** https://docs.callbell.eu/api/reference/contacts_api/patch_contacts */
export const updateContract = bodyContract<ContactFields>(object({ ...fields, unassign_user: { const: true } }));

export const botContract = bodyContract<{ status: 'bot_start' | 'bot_end' }>(
	object({ status: { enum: ['bot_start', 'bot_end'] } }, ['status']),
);

export const noteContract = bodyContract<{ text: string }>(object({ text }, ['text']));

export const funnelContract = bodyContract<{ funnel_id: string }>(object({ funnel_id: text }, ['funnel_id']));
