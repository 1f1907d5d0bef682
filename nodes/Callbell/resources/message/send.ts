import type { INodeProperties } from 'n8n-workflow';
import { defineOperation } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { choice } from '../../../shared/input/text';
import { ownChannelField } from '../../fields/common';
import { fromField, recipientField } from '../../fields/recipient';
import { contentOf } from './content';
import { channelKindOf } from './messageBody';
import { sendOptions } from './options';
import { sendContent } from './sendContent';

const messageTypeField: INodeProperties = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Audio',
			value: 'audio',
			description: 'Sent as a document, as Callbell wants it; WhatsApp knows it by the end of its address, e.g. .mp3',
		},
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'Text', value: 'text' },
		{
			name: 'Video',
			value: 'video',
			description: 'Sent as a document, as Callbell wants it; WhatsApp knows it by the end of its address, e.g. .mp4',
		},
	],
	default: 'text',
	description:
		'What to send. Later than 24 hours after the customer wrote, WhatsApp delivers templates only; a message may then be accepted first and fail later.',
};

const MESSAGE_WORDS = ['audio', 'document', 'image', 'text', 'video'];

const contentFields: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Your order is ready',
		description: 'The message as the customer will read it',
		displayOptions: { show: { messageType: ['text'] } },
	},
	{
		displayName: 'Media URL',
		name: 'mediaUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/menu.pdf',
		description: 'Public address of the file; Callbell takes no uploads',
		displayOptions: { show: { messageType: ['audio', 'document', 'image', 'video'] } },
	},
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Text below the image',
		displayOptions: { show: { messageType: ['image'] } },
	},
];

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or media',
	request: { method: 'POST', url: '/messages/send' },
	repeatable: false,
	fields: {
		decides: [fromField, messageTypeField],
		whom: [recipientField, ownChannelField],
		what: contentFields,
		options: [sendOptions],
	},
	async run(item) {
		return await sendContent(item, async () => {
			const input = {
				messageType: choice('Message Type', item.param('messageType', null), MESSAGE_WORDS, { isOpen: true }),
				from: channelKindOf(item),
				text: item.param('text', ''),
				mediaUrl: item.param('mediaUrl', ''),
				caption: item.param('caption', ''),
				options: collection(item, 'Options', 'options'),
			};
			return { content: contentOf(input, item.isCustom) };
		});
	},
});
