import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { markMessagesField } from '../../../../shared/delivery/mark';
import { optionsField, textField } from '../../../fields/common';
import { otherThan } from '../../../fields/locators';
import { defaultCountryCodeOption, recipientTypeOption } from '../../../fields/recipient';
import { footerOption } from '../interactive/frame';
import { headerOptions, headerTextOption } from '../interactive/header';
import { fieldsOf, typesWith } from './messageTypes';
import { checkTriggerOption } from '../question/checkTrigger';
import { limitWaitTimeOption, onTimeoutOption } from '../question/deadline';
import { flattenOption } from './templateValueFields';

/** Those of every message; the others stand with the type of message that has them. */
const commonOptions: INodeProperties[] = [
	{
		displayName: 'Additional Body Fields',
		name: 'additionalBodyFields',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"text": {"preview_url": true}}',
		description: 'JSON object that is merged into the request, for anything that this form lacks',
	},
	defaultCountryCodeOption,
	textField('Identity Key Hash', 'identityKeyHash', {
		placeholder: 'e.g. DF2lS5v2W6x=',
		description:
			'Deliver the message only if the customer still uses the device with this hash; the trigger outputs it if the identity check is on',
	}),
	markMessagesField('Tracking Text'),
	recipientTypeOption,
	textField('Reply To Message ID', 'replyTo', {
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
		description: 'The message that this one answers; WhatsApp shows it above',
		// A reaction names its message itself.
		displayOptions: { hide: { '/messageType': ['reaction'] } },
	}),
	textField('Tracking Text', 'trackingText', {
		placeholder: 'e.g. order-4711',
		description: 'Returned with every status of the message (biz_opaque_callback_data)',
	}),
];

/** Those of a question that other messages have as well. A list has a text header alone, a template none of them. */
const OF_QUESTIONS = [footerOption, ...headerOptions];
const OF_LISTS = [footerOption, headerTextOption];

/**
 * One collection for all operations that send, each option with what has it. n8n knows no "or" between two fields, so
 * what questions and some types of messages have is hidden beside everything else.
 */
export const sendOptionsField = optionsField([
	...commonOptions,
	...[checkTriggerOption, limitWaitTimeOption, onTimeoutOption].map((option) => ({
		...option,
		displayOptions: { show: { '/operation': ['sendAndWait'] } },
	})),
	{
		...flattenOption,
		displayOptions: {
			hide: { '/operation': ['send', 'sendInteractive'], '/sendAs': ['message'], '/responseType': ['list'] },
		},
	},
	...fieldsOf('options').map((option) => ({ ...option, displayOptions: displayOf(option) })),
]);

function displayOf(option: INodeProperties): IDisplayOptions {
	const types = typesWith(option, 'options');
	if (!OF_QUESTIONS.includes(option)) return { show: { '/messageType': types } };
	return {
		hide: {
			'/operation': ['sendTemplate'],
			// Of those beside these types, all of Send among them; a question has none.
			'/messageType': [otherThan(types.join('|'))],
			'/sendAs': ['template'],
			...(!OF_LISTS.includes(option) && { '/responseType': ['list'] }),
		},
	};
}
