import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { mediaLocator } from '../../fields/locators';

const SENDS = ['send', 'sendInteractive', 'sendTemplate'];
const WITH_HEADER = ['button', 'cta_url', 'flow'];

const types = (...messageType: string[]): IDisplayOptions => ({
	show: { '/operation': ['send', 'sendInteractive'], '/messageType': messageType },
});
const sends: IDisplayOptions = { show: { '/operation': SENDS } };

const text = (
	displayName: string,
	name: string,
	displayOptions: IDisplayOptions,
	more: Partial<INodeProperties>,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	displayOptions,
	...more,
});

/** What a user may set beside the message itself; only what fits the kind of message is offered. */
export const messageOptions: INodeProperties[] = [
	{
		displayName: 'Additional Body Fields',
		name: 'additionalBodyFields',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"text": {"preview_url": true}}',
		description: 'JSON object that is merged into the request, for what WhatsApp adds beyond this form',
		displayOptions: sends,
	},
	text('Body Text', 'bodyText', types('call_permission_request', 'product'), {
		typeOptions: { rows: 3 },
		description: 'Text above the button, up to 1024 characters',
	}),
	text(
		'Default Country Code',
		'defaultCountryCode',
		{ show: { '/operation': [...SENDS, 'block', 'unblock'] } },
		{
			placeholder: 'e.g. 49',
			description:
				'Put before phone numbers that have no country code: those that begin with 0, or with neither +, 00 nor this code',
		},
	),
	text('File Name', 'fileName', types('document'), {
		placeholder: 'e.g. invoice.pdf',
		description: 'The name that the customer sees',
	}),
	{
		displayName: 'Flow Action',
		name: 'flowAction',
		type: 'options',
		options: [
			{ name: 'Data Exchange', value: 'data_exchange', description: 'The endpoint of the flow says what comes first' },
			{ name: 'Navigate', value: 'navigate', description: 'The flow begins on Flow Screen' },
		],
		default: 'navigate',
		displayOptions: types('flow'),
	},
	{
		displayName: 'Flow Data',
		name: 'flowData',
		type: 'json',
		default: '{}',
		description: 'JSON object with the data of the first screen',
		displayOptions: types('flow'),
	},
	text('Flow Message Version', 'flowMessageVersion', types('flow'), { default: '3' }),
	{
		displayName: 'Flow Mode',
		name: 'flowMode',
		type: 'options',
		options: [
			{ name: 'Draft', value: 'draft' },
			{ name: 'Published', value: 'published' },
		],
		default: 'published',
		description: 'A draft can be sent to try it out',
		displayOptions: types('flow'),
	},
	text('Flow Screen', 'flowScreen', types('flow'), {
		placeholder: 'e.g. WELCOME',
		description: 'The screen that comes first',
	}),
	text('Flow Token', 'flowToken', types('flow'), {
		description: 'Comes back with the answer, to tell what it belongs to',
	}),
	text('Footer', 'footer', types('button', 'catalog_message', 'cta_url', 'flow', 'list', 'product', 'product_list'), {
		description: 'Small text below, up to 60 characters',
	}),
	mediaLocator('Header Document', 'headerDocument', {
		displayOptions: types(...WITH_HEADER),
		description: 'A document above the text',
	}),
	text('Header Document File Name', 'headerFileName', types(...WITH_HEADER), { placeholder: 'e.g. offer.pdf' }),
	mediaLocator('Header Image', 'headerImage', {
		displayOptions: types(...WITH_HEADER),
		description: 'JPEG or PNG up to 5 MB above the text',
	}),
	text('Header Text', 'headerText', types(...WITH_HEADER, 'list', 'product_list'), {
		description: 'A title above the text, up to 60 characters',
	}),
	mediaLocator('Header Video', 'headerVideo', {
		displayOptions: types(...WITH_HEADER),
		description: 'MP4 or 3GP up to 16 MB above the text',
	}),
	text('Location Address', 'locationAddress', types('location'), { placeholder: 'e.g. 101 Forest Ave' }),
	text('Location Name', 'locationName', types('location'), { placeholder: 'e.g. Office' }),
	{
		displayName: 'Recipient Type',
		name: 'recipientType',
		type: 'options',
		options: [
			{ name: 'Group', value: 'group', description: 'Recipient holds the ID of a group' },
			{ name: 'Individual', value: 'individual' },
		],
		default: 'group',
		displayOptions: sends,
	},
	text('Reply To Message ID', 'replyTo', sends, {
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
		description: 'The message that this one answers; WhatsApp shows it above. Not on reactions.',
	}),
	{
		displayName: 'Show Link Preview',
		name: 'previewUrl',
		type: 'boolean',
		default: true,
		description: 'Whether WhatsApp shows a preview of the first link',
		displayOptions: types('text'),
	},
	{
		displayName: 'Show Typing Indicator',
		name: 'typingIndicator',
		type: 'boolean',
		default: true,
		description: 'Whether the customer also sees that an answer is being typed, until it comes or for 25 seconds',
		displayOptions: { show: { '/operation': ['markAsRead'] } },
	},
	text('Thumbnail Product ID', 'thumbnailProduct', types('catalog_message'), {
		placeholder: 'e.g. SKU-4711',
		description: 'The product whose picture is shown; empty for the first one of the catalogue',
	}),
	text('Tracking Text', 'trackingText', sends, {
		placeholder: 'e.g. order-4711',
		description: 'Comes back with every status event of the message (biz_opaque_callback_data)',
	}),
	{
		displayName: 'Voice Message',
		name: 'voice',
		type: 'boolean',
		default: true,
		description: 'Whether the customer sees it as a recorded voice message; the file must be OGG with Opus',
		displayOptions: types('audio'),
	},
];
