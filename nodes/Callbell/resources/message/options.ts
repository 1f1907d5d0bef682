import type { INodeProperties } from 'n8n-workflow';
import { convertMarkdownField, splitLongTextsField } from '../../../shared/input/words/wordsFields';
import { markMessagesField } from '../../../shared/delivery/mark';
import { waitFields } from '../../../shared/delivery/waitFields';
import { additionalBodyFields, botStatusField, defaultCountryCodeField } from '../../fields/common';
import { teamLocator } from '../../fields/locators';
import { callbell } from '../../provider/provider';

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
				'Email of the colleague who gets the conversation. The colleague must be in its team; otherwise Callbell sends the message and assigns nobody.',
		},
		botStatusField('What the bot does from now on. Without this option it starts where one is enabled.'),
		{
			displayName: 'BSUID',
			name: 'bsuid',
			type: 'string',
			default: '',
			placeholder: 'e.g. NL.13491208655302741918',
			description: 'ID of a WhatsApp customer whose phone number is hidden. It counts when Recipient is empty.',
		},
		{ ...convertMarkdownField, displayOptions: ofTexts },
		defaultCountryCodeField,
		{
			displayName: 'Flatten Line Breaks',
			name: 'flattenLineBreaks',
			type: 'boolean',
			default: true,
			description:
				'Whether line breaks, tabs and rows of blanks in the values become one blank: WhatsApp refuses them there',
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
				'Up to 10 pairs that come back with every event of the message. Keys have up to 50 characters, values up to 500.',
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
				'What Callbell adds to its answer, under "raw"; with Wait For Delivery the status\' own answer is there',
		},
		{ ...splitLongTextsField, displayOptions: ofTexts },
		teamLocator({ description: 'The team that gets the conversation' }),
		...waitFields(callbell),
	],
};
