import type { INodeProperties } from 'n8n-workflow';
import { mediaLocator } from '../../fields/locators';

const resource = ['message'];
const sends = { resource, operation: ['send'] };
const types = (...messageType: string[]) => ({
	show: { resource, operation: ['send', 'sendInteractive'], messageType },
});

/** What a user fills in for a message that is neither interactive nor a template. Several fields serve interactive ones too. */
export const sendFields: INodeProperties[] = [
	{
		displayName: 'Recipient',
		name: 'to',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +49 151 12345678',
		description:
			'Phone number with its country code, in any usual writing; or the hidden-number ID (BSUID) of a customer. National numbers need the option Default Country Code, groups the option Recipient Type.',
		displayOptions: { show: { resource, operation: ['send', 'sendInteractive', 'sendTemplate'] } },
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
				description: 'AAC, AMR, MP3, M4A or OGG up to 16 MB; a voice message with the option Voice',
			},
			{ name: 'Contacts', value: 'contacts', description: 'Contact cards' },
			{ name: 'Document', value: 'document', description: 'PDF, text or Office document up to 100 MB' },
			{ name: 'Image', value: 'image', description: 'JPEG or PNG up to 5 MB' },
			{ name: 'JSON', value: 'json', description: "Any message as WhatsApp's documentation writes it" },
			{ name: 'Location', value: 'location' },
			{ name: 'Reaction', value: 'reaction', description: 'An emoji on a message, or its removal' },
			{ name: 'Sticker', value: 'sticker', description: 'WebP up to 100 KB, up to 500 KB when it moves' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'video', description: 'MP4 or 3GP up to 16 MB' },
		],
		default: 'text',
		description: 'What to send. Later than 24 hours after the customer wrote, WhatsApp delivers templates only.',
		displayOptions: { show: sends },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Your order is ready',
		description: 'The message as the customer will read it: up to 4096 characters, above buttons up to 1024',
		displayOptions: types(
			'text',
			'button',
			'list',
			'cta_url',
			'location_request_message',
			'product_list',
			'catalog_message',
			'flow',
		),
	},
	mediaLocator('Media', 'media', {
		required: true,
		description:
			'The file: WhatsApp fetches it from a public URL, or this node uploads it from a binary field of the item, once for all items',
		displayOptions: types('audio', 'document', 'image', 'sticker', 'video'),
	}),
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'Text below the file, up to 1024 characters',
		displayOptions: types('document', 'image', 'video'),
	},
	{
		displayName: 'Latitude',
		name: 'latitude',
		type: 'number',
		typeOptions: { numberPrecision: 15, minValue: -90, maxValue: 90 },
		required: true,
		default: 0,
		description: 'Degrees north; south is negative',
		displayOptions: types('location'),
	},
	{
		displayName: 'Longitude',
		name: 'longitude',
		type: 'number',
		typeOptions: { numberPrecision: 15, minValue: -180, maxValue: 180 },
		required: true,
		default: 0,
		description: 'Degrees east; west is negative',
		displayOptions: types('location'),
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
		description: 'The message to react to',
		displayOptions: types('reaction'),
	},
	{
		displayName: 'Emoji',
		name: 'emoji',
		type: 'string',
		default: '👍',
		description: 'One emoji. Leave it empty to take the reaction away.',
		displayOptions: types('reaction'),
	},
	{
		displayName: 'Message (JSON)',
		name: 'json',
		type: 'json',
		required: true,
		default: '{}',
		placeholder: 'e.g. {"type": "text", "text": {"body": "Hello"}}',
		description:
			'A message as WhatsApp\'s documentation writes it; an interactive one also without what is around "interactive". The recipient comes from the field above.',
		displayOptions: types('json'),
	},
];
