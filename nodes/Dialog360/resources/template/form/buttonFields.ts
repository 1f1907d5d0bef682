import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import { entriesField } from '../../../fields/entries';
import { optionForKinds } from './kinds';

const TYPES: INodePropertyOptions[] = [
	{ name: 'Copy Code', value: 'COPY_CODE' },
	{ name: 'Flow', value: 'FLOW', description: 'Opens a form that was made as a flow' },
	{ name: 'Phone Number', value: 'PHONE_NUMBER' },
	{ name: 'Quick Reply', value: 'QUICK_REPLY' },
	{
		name: 'Request Contact Info',
		value: 'REQUEST_CONTACT_INFO',
		description: "Shares the customer's phone number; WhatsApp writes the label",
	},
	{ name: 'URL', value: 'URL' },
	{ name: 'Voice Call', value: 'VOICE_CALL', description: 'The customer calls on WhatsApp' },
];

/** The types of buttons of a card. */
const CARD_BUTTONS = ['PHONE_NUMBER', 'QUICK_REPLY', 'URL'];
export const BUTTONS = TYPES.map(({ value }) => String(value));

/** The fields of where a button leads; `ofType` shows one for the type of its button. */
export function whereButtonsLead(ofType: (type: string) => Partial<INodeProperties>): INodeProperties[] {
	return [
		textField('URL', 'url', { placeholder: 'e.g. https://example.com/orders/{{1}}', ...ofType('URL') }),
		textField('Example URL', 'urlExample', {
			placeholder: 'e.g. https://example.com/orders/4711',
			description: 'Required if the URL ends with a variable',
			...ofType('URL'),
		}),
		textField('Phone Number', 'phoneNumber', { placeholder: 'e.g. +4915112345678', ...ofType('PHONE_NUMBER') }),
	];
}

function buttonFields(types: string[]): INodeProperties[] {
	const ofType = (...wanted: string[]) => {
		const type = types.filter((one) => wanted.includes(one));
		const others = types.filter((one) => !wanted.includes(one));
		if (others.length === 0) return {};
		return { displayOptions: others.length < type.length ? { hide: { type: others } } : { show: { type } } };
	};
	const fields = [
		textField('Text', 'text', {
			description: 'Up to 25 characters',
			...ofType('FLOW', 'PHONE_NUMBER', 'QUICK_REPLY', 'URL', 'VOICE_CALL'),
		}),
		...whereButtonsLead(ofType),
		textField('Example Code', 'example', { placeholder: 'e.g. 25OFF', ...ofType('COPY_CODE') }),
		textField('Flow ID', 'flowId', { placeholder: 'e.g. 1234567890', ...ofType('FLOW') }),
		textField('First Screen', 'screen', {
			placeholder: 'e.g. WELCOME',
			description: "The first screen; leave empty for the flow's own",
			...ofType('FLOW'),
		}),
	];
	return [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			noDataExpression: true,
			options: TYPES.filter(({ value }) => types.includes(String(value))),
			default: 'QUICK_REPLY',
		},
		...fields.filter(({ displayOptions }) => displayOptions?.show?.type?.length !== 0),
	];
}

export const buttonsOption = entriesField('Buttons', 'templateButtons', 'Button', buttonFields(BUTTONS), {
	description: 'Up to ten; keep quick replies together',
	...optionForKinds('standard'),
});

export const cardButtonsField = entriesField('Buttons', 'buttons', 'Button', buttonFields(CARD_BUTTONS), {
	description: 'One or two, of the same types on each card',
});
