import type { INodeProperties } from 'n8n-workflow';
import { channelLocator, contactLocator, templateLocator } from './locators';

/** The name of a new contact, and the new one of what is renamed. */
export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Ann Smith, or Support',
	description: 'The name that colleagues see in Callbell',
};

/** The channel of a message or of a new contact. */
export const ownChannelField: INodeProperties = channelLocator({
	description: "Empty: the account's main channel of that kind",
});

export const defaultCountryCodeField: INodeProperties = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. 49',
	description: 'Added to phone numbers without one: those that begin with 0, or with neither +, 00 nor this code',
};

/** Whom an operation is about: see `findContact`. */
export const contactFields: INodeProperties[] = [
	contactLocator({
		required: true,
		description: 'The customer on one channel. Phone number and BSUID cost one more request.',
	}),
	channelLocator({
		description:
			"The channel on which to look for the phone number. If empty, Callbell uses the account's main WhatsApp channel.",
	}),
	{ ...defaultCountryCodeField, displayOptions: { show: { '/contactId.mode': ['phone'] } } },
];

export const templateField: INodeProperties = templateLocator({
	required: true,
	description: 'The list holds approved templates; type a status, e.g. pending, to find others',
});

/** What *Bot Status* holds; Callbell may know more. */
export const BOT_WORDS = ['bot_start', 'bot_end'];

/** Whether the bot answers, of contacts and of sends. */
export function botStatusField(description: string): INodeProperties {
	return {
		displayName: 'Bot Status',
		name: 'botStatus',
		type: 'options',
		options: [
			{ name: 'Start', value: 'bot_start', description: 'The bot answers' },
			{ name: 'Stop', value: 'bot_end', description: 'The bot does not answer' },
		],
		default: 'bot_end',
		description,
	};
}

/** What the form lacks. */
export const additionalBodyFields: INodeProperties = {
	displayName: 'Additional Body Fields',
	name: 'additionalBodyFields',
	type: 'json',
	default: '{}',
	description: 'JSON object that is merged into the request, for anything that this form lacks',
};
