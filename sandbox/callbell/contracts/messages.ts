import { bodyContract } from '../../shared/contract';

/** https://docs.callbell.eu/api/reference/messages_api/post_send_messages */
export interface SendBody {
	from: string;
	type: 'text' | 'image' | 'document' | 'video';
	content: { text?: string; url?: string };
	channel_uuid?: string;
	to?: string;
	bsuid?: string;
	template_uuid?: string;
	optin_contact?: boolean;
	template_values?: string[];
	assigned_user?: string;
	team_uuid?: string;
	fields?: string;
	bot_status?: string;
	metadata?: Record<string, string>;
}

const text = { type: 'string', minLength: 1 };

export const sendContract = bodyContract<SendBody>({
	type: 'object',
	additionalProperties: false,
	required: ['from', 'type', 'content'],
	properties: {
		from: text,
		type: { enum: ['text', 'image', 'document', 'video'] },
		content: {
			type: 'object',
			additionalProperties: false,
			properties: { text, url: { type: 'string', format: 'uri', pattern: '^https?://' } },
		},
		channel_uuid: text,
		to: text,
		bsuid: text,
		template_uuid: text,
		optin_contact: { type: 'boolean' },
		template_values: { type: 'array', items: { type: 'string' } },
		assigned_user: text,
		team_uuid: text,
		fields: { type: 'string', pattern: '^(contact|conversation)(,(contact|conversation))*$' },
		bot_status: { enum: ['bot_start', 'bot_end'] },
		metadata: {
			type: 'object',
			maxProperties: 10,
			propertyNames: { maxLength: 50 },
			additionalProperties: { type: 'string', maxLength: 500 },
		},
	},
});

/** What a message to delete is named by when it is not named in the path. */
export const deleteContract = bodyContract<{ uuid: string }>({
	type: 'object',
	additionalProperties: false,
	required: ['uuid'],
	properties: { uuid: text },
});
