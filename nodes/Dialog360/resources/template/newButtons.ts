import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { textField } from '../../fields/common';
import { entriesField } from '../../fields/entries';
import { link } from '../../../shared/input/files/link';
import { phoneNumber as readNumber } from '../../../shared/input/phone/phoneNumber';
import { choice, limitedText } from '../../../shared/input/text';
import {
	TEMPLATE_BUTTON_PHONE_MAX,
	TEMPLATE_BUTTON_TEXT_MAX,
	TEMPLATE_BUTTON_URL_MAX,
	TEMPLATE_BUTTONS_MAX,
} from '../../provider/limits';
import { variablesOf } from '../../templates/definition';

const ofType = (...type: string[]) => ({ displayOptions: { show: { type } } });

const TYPES = ['COPY_CODE', 'PHONE_NUMBER', 'QUICK_REPLY', 'REQUEST_CONTACT_INFO', 'URL'];

export const newButtonsOption = entriesField(
	'Buttons',
	'templateButtons',
	'Button',
	[
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Copy Code', value: 'COPY_CODE' },
				{ name: 'Phone Number', value: 'PHONE_NUMBER' },
				{ name: 'Quick Reply', value: 'QUICK_REPLY' },
				{
					name: 'Request Contact Info',
					value: 'REQUEST_CONTACT_INFO',
					description: 'The customer shares the phone number; WhatsApp writes what stands on the button',
				},
				{ name: 'URL', value: 'URL' },
			],
			default: 'QUICK_REPLY',
		},
		textField('Text', 'text', {
			description: 'Up to 25 characters',
			...ofType('PHONE_NUMBER', 'QUICK_REPLY', 'URL'),
		}),
		textField('URL', 'url', { placeholder: 'e.g. https://example.com/orders/{{1}}', ...ofType('URL') }),
		textField('Example URL', 'urlExample', {
			placeholder: 'e.g. https://example.com/orders/4711',
			description: 'Needed where the URL ends with a variable',
			...ofType('URL'),
		}),
		textField('Phone Number', 'phoneNumber', { placeholder: 'e.g. +4915112345678', ...ofType('PHONE_NUMBER') }),
		textField('Example Code', 'example', { placeholder: 'e.g. 25OFF', ...ofType('COPY_CODE') }),
	],
	{ description: 'Up to ten, quick replies side by side' },
);

/**
 * The component with the buttons of a new template; nothing where there are none.
 *
 * @throws Failure when there are too many, or naming the field that is empty or too long
 */
export async function buttonsComponent(buttons: Array<Record<string, unknown>>): Promise<IDataObject[]> {
	if (buttons.length > TEMPLATE_BUTTONS_MAX) {
		throw badField(
			'Buttons',
			`holds ${buttons.length} buttons; a template takes ${TEMPLATE_BUTTONS_MAX}`,
			'Remove some of them.',
		);
	}
	const made = await Promise.all(buttons.map(newButton));
	checkOrder(made);
	return made.length > 0 ? [{ type: 'BUTTONS', buttons: made }] : [];
}

/** WhatsApp wants quick replies side by side. */
function checkOrder(buttons: IDataObject[]): void {
	const groups = buttons.filter(({ type }, at) => type === 'QUICK_REPLY' && buttons[at - 1]?.type !== 'QUICK_REPLY');
	if (groups.length < 2) return;
	throw badField(
		'Buttons',
		'has quick replies on both sides of another button, which WhatsApp refuses',
		'Put the quick replies side by side.',
	);
}

async function newButton(button: Record<string, unknown>, index: number): Promise<IDataObject> {
	const { text, url, urlExample, phoneNumber, example } = button;
	const type = choice(`Buttons > ${index + 1} > Type`, button.type, TYPES, { fallback: 'QUICK_REPLY', isOpen: true });
	const labelOf = (name: string) => `Buttons > ${index + 1} > ${name}`;
	const filled = (name: string, value: unknown, max: number) => limitedText(labelOf(name), value, max);
	// Customers open the addresses wherever they are.
	const addressed = (name: string, value: unknown) =>
		link(labelOf(name), filled(name, value, TEMPLATE_BUTTON_URL_MAX), false);
	if (type === 'COPY_CODE') return { type, example: filled('Example Code', example, TEMPLATE_BUTTON_PHONE_MAX) };
	if (type === 'REQUEST_CONTACT_INFO') return { type };
	const common = { type, text: filled('Text', text, TEMPLATE_BUTTON_TEXT_MAX) };
	if (type === 'PHONE_NUMBER')
		return { ...common, phone_number: `+${await readNumber(labelOf('Phone Number'), phoneNumber)}` };
	if (type !== 'URL') return common;
	const address = addressed('URL', url);
	if (variablesOf(address).length === 0) return { ...common, url: address };
	return { ...common, url: address, example: [addressed('Example URL', urlExample)] };
}
