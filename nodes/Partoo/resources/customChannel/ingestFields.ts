import type { INodeProperties } from 'n8n-workflow';
import { businessLocator } from '../../fields/locators';

const show = { resource: ['customChannel'], operation: ['ingest'] };

/** What a user fills in to ingest a message. */
export const ingestFields: INodeProperties[] = [
	{
		displayName:
			'Accepted is not created: Partoo processes the message later and answers no message ID. The same External Message ID in the same channel is ignored, so running it again does no harm.',
		name: 'ingestNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Channel ID',
		name: 'channelId',
		type: 'string',
		required: true,
		default: '',
		description: 'The ID that Partoo gave you when it set up the custom channel',
		displayOptions: { show },
	},
	businessLocator({ required: true, displayOptions: { show } }),
	{
		displayName: 'External Conversation ID',
		name: 'externalConversationId',
		type: 'string',
		required: true,
		default: '',
		description:
			'The ID of the conversation in your system. The same ID in the same channel is the same conversation in Partoo.',
		displayOptions: { show },
	},
	{
		displayName: 'External Message ID',
		name: 'externalMessageId',
		type: 'string',
		required: true,
		default: '',
		description: 'The ID of the message in your system. Partoo ignores a message whose ID it has seen in this channel.',
		displayOptions: { show },
	},
	{
		displayName: 'Content',
		name: 'content',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		description: 'The text of the message. A custom channel takes text only.',
		displayOptions: { show },
	},
	{
		displayName: 'Sender',
		name: 'senderType',
		type: 'options',
		options: [
			{ name: 'Consumer', value: 'Consumer', description: 'The customer wrote it' },
			{ name: 'User', value: 'User', description: 'The business wrote it' },
		],
		default: 'Consumer',
		description: 'Who wrote the message',
		displayOptions: { show },
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Consumer Image',
				name: 'consumerImage',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://example.com/jane.jpg',
				description: 'Address of a profile picture. Used only when this message opens the conversation.',
			},
			{
				displayName: 'Consumer Name',
				name: 'consumerName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Jane Doe',
				description: 'Used only when this message opens the conversation',
			},
		],
	},
];
