import type { INodeProperties } from 'n8n-workflow';
import { defineOperation } from '../../../shared/door/operation';
import { afterSendingFields } from '../../../shared/delivery/waitFields';
import { collection } from '../../../shared/input/collection';
import { chosen } from '../../../shared/failures/values/valueFault';
import { choice } from '../../../shared/input/text';
import { ownChannelField } from '../../fields/common';
import { fromField, recipientField } from '../../fields/recipient';
import { callbell } from '../../provider/provider';
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
			description: 'Sent as a document, as Callbell requires; WhatsApp recognizes it by the end of its URL, e.g. .mp3',
		},
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'Text', value: 'text' },
		{
			name: 'Video',
			value: 'video',
			description: 'Sent as a document, as Callbell requires; WhatsApp recognizes it by the end of its URL, e.g. .mp4',
		},
	],
	default: 'text',
	description:
		'What to send. More than 24 hours after the customer last wrote, WhatsApp delivers templates only; other messages may be accepted first and fail later.',
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
		placeholder: 'e.g. https://example.com/menu.jpg',
		description: 'Public URL of the file; Callbell accepts no uploads',
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
	description: "Send a text or a file to a customer's phone number or ID; answers its ID and status",
	request: { method: 'POST', url: '/messages/send' },
	repeatable: false,
	fields: {
		decides: [messageTypeField, fromField],
		whom: [ownChannelField, recipientField],
		what: [...contentFields, ...afterSendingFields(callbell)],
		options: [sendOptions],
	},
	async run(item) {
		return await sendContent(item, async () => {
			const input = {
				messageType: choice('Message Type', chosen('Message Type', item.param('messageType', null)), MESSAGE_WORDS, {
					isOpen: true,
				}),
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
