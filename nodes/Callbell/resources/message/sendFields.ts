import type { INodeProperties } from 'n8n-workflow';
import { CHANNEL_KINDS } from '../../fields/channelKinds';

const resource = ['message'];
const sends = { show: { resource, operation: ['send', 'sendTemplate'] } };
const types = (...messageType: string[]) => ({ show: { resource, operation: ['send'], messageType } });

/** What a user fills in for a message. */
export const sendFields: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'options',
		options: CHANNEL_KINDS,
		default: 'whatsapp',
		description: 'The kind of channel. Templates, audio and video need the official WhatsApp Business API.',
		displayOptions: sends,
	},
	{
		displayName: 'Recipient',
		name: 'to',
		type: 'string',
		default: '',
		placeholder: 'e.g. +31 6 12345678',
		description:
			"On WhatsApp a phone number with its country code, in any usual writing; elsewhere the platform's identifier of the customer. National numbers need the option Default Country Code, hidden numbers the option BSUID.",
		displayOptions: sends,
	},
	{
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
		displayOptions: { show: { resource, operation: ['send'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Your order is ready',
		description: 'The message as the customer will read it; a note is read by colleagues only',
		displayOptions: {
			show: { resource: ['message', 'conversation'], operation: ['send', 'addNote'] },
			hide: { messageType: ['audio', 'document', 'image', 'video'] },
		},
	},
	{
		displayName: 'Media URL',
		name: 'mediaUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/menu.pdf',
		description: 'Public address of the file; Callbell takes no uploads',
		displayOptions: types('audio', 'document', 'image', 'video'),
	},
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Text below the image',
		displayOptions: types('image'),
	},
];
