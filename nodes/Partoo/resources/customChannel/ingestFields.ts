import type { INodeProperties } from 'n8n-workflow';
import { businessLocator } from '../../fields/locators';

/** Into which conversation of which channel a message goes. */
export const whom: INodeProperties[] = [
	{
		displayName:
			'Partoo processes the message later and returns no message ID. It ignores an External Message ID that the channel already has, so running this again does no harm.',
		name: 'ingestNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Channel ID',
		name: 'channelId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. shop-chat',
		description: 'The ID that Partoo gave you when it set up the custom channel',
	},
	businessLocator({ required: true }),
	{
		displayName: 'External Conversation ID',
		name: 'externalConversationId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. customer-4711',
		description:
			'The ID of the conversation in your system. The same ID in the same channel is the same conversation in Partoo.',
	},
	{
		displayName: 'External Message ID',
		name: 'externalMessageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. message-1',
		description: 'The ID of the message in your system. Partoo ignores a message whose ID it has seen in this channel.',
	},
];

/** Who wrote it, and what. */
export const what: INodeProperties[] = [
	{
		displayName: 'Sender',
		name: 'senderType',
		type: 'options',
		options: [
			{ name: 'Business', value: 'User', description: 'A colleague or a system of yours' },
			{ name: 'Customer', value: 'Consumer' },
		],
		default: 'Consumer',
		description: 'Who wrote the message',
	},
	{
		displayName: 'Content',
		name: 'content',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Is my order ready?',
		description: 'The text of the message. A custom channel takes text only.',
	},
];

/** What a new conversation shows of the customer. */
export const options: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: 'Customer Image',
			name: 'consumerImage',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/jane.jpg',
			description: 'URL of a profile picture. Used only when this message opens the conversation.',
		},
		{
			displayName: 'Customer Name',
			name: 'consumerName',
			type: 'string',
			default: '',
			placeholder: 'e.g. Jane Doe',
			description: 'Used only when this message opens the conversation',
		},
	],
};
