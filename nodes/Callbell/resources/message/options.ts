import type { INodeProperties } from 'n8n-workflow';
import { convertMarkdownField, splitLongTextsField } from '../../../shared/input/words/wordsFields';
import { markMessagesField } from '../../../shared/delivery/mark';
import { waitOptions } from '../../../shared/delivery/waitFields';
import { additionalBodyFields, botStatusField, defaultCountryCodeField } from '../../fields/common';
import { teamLocator } from '../../fields/locators';

const ofTexts = { show: { '/operation': ['send'], '/messageType': ['text'] } };

/** What a user may set beside the message itself. */
export const sendOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{ ...additionalBodyFields, placeholder: 'e.g. {"content": {"name": "menu.pdf"}}' },
		{
			displayName: 'Assigned User',
			name: 'assignedUser',
			type: 'string',
			default: '',
			placeholder: 'e.g. john.doe@email.com',
			description:
				"Email of the colleague who gets the conversation. The colleague must be in the conversation's team; otherwise Callbell sends the message and assigns nobody.",
		},
		botStatusField('What the bot does from now on. Without this option it starts if one is enabled.'),
		{
			displayName: 'BSUID',
			name: 'bsuid',
			type: 'string',
			default: '',
			placeholder: 'e.g. NL.13491208655302741918',
			description: 'ID of a WhatsApp customer who hides the phone number. Used if Recipient is empty.',
		},
		{ ...convertMarkdownField, displayOptions: ofTexts },
		defaultCountryCodeField,
		{
			displayName: 'Flatten Line Breaks',
			name: 'flattenLineBreaks',
			type: 'boolean',
			default: true,
			description:
				'Whether to replace line breaks, tabs and multiple spaces, which WhatsApp refuses in values, with one space',
			displayOptions: { show: { '/operation': ['sendTemplate'] } },
		},
		markMessagesField('Metadata'),
		{
			displayName: 'Metadata',
			name: 'metadata',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Pair',
			default: {},
			description:
				'Up to 10 pairs that are returned with every event of the message. Keys have up to 50 characters, values up to 500.',
			options: [
				{
					displayName: 'Pair',
					name: 'pair',
					values: [
						{ displayName: 'Key', name: 'key', type: 'string', default: '', placeholder: 'e.g. customer_id' },
						{ displayName: 'Value', name: 'value', type: 'string', default: '', placeholder: 'e.g. 123456' },
					],
				},
			],
		},
		{
			displayName: 'Response Fields',
			name: 'responseFields',
			type: 'multiOptions',
			options: [
				{ name: 'Contact', value: 'contact' },
				{ name: 'Conversation', value: 'conversation' },
			],
			default: ['contact'],
			description:
				'What Callbell adds to its response, under "raw"; with Wait Until Delivered the response of the status is there',
		},
		{ ...splitLongTextsField, displayOptions: ofTexts },
		teamLocator({ description: 'The team that gets the conversation' }),
		...waitOptions,
	],
};
