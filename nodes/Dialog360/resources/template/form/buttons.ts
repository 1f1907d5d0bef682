import { checkUnique } from '../../../fields/entries';
import { limitedLine } from '../../../fields/lines';
import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { pageLink } from '../../../../shared/input/files/link';
import { identifier } from '../../../../shared/input/identifier';
import { NO_SUCH_FIELD, phoneNumber as readNumber } from '../../../../shared/input/phone/phoneNumber';
import { choice, limitedText, optionalText } from '../../../../shared/input/text';
import {
	COUPON_CODE_MAX,
	TEMPLATE_BUTTON_TEXT_MAX,
	TEMPLATE_BUTTON_URL_MAX,
	TEMPLATE_URL_BUTTONS_MAX,
} from '../../../provider/limits';
import { checkBraces } from '../templateRules';
import { BUTTONS } from './buttonFields';

type Fields = Record<string, unknown>;

/**
 * How many of a type one template takes
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 */
const MOST: Array<[type: string, name: string, max: number]> = [
	['URL', 'URLs', TEMPLATE_URL_BUTTONS_MAX],
	['PHONE_NUMBER', 'phone numbers', 1],
	['COPY_CODE', 'codes to copy', 1],
];

/**
 * The component with the buttons of a template or of a card; nothing where there are none.
 *
 * @param where begins the labels, e.g. `Cards > 1 > `
 * @throws Failure when there are too many, or naming the field that is empty or too long
 */
export function buttonsComponent(where: string, buttons: Fields[], max: number): IDataObject[] {
	const label = `${where}Buttons`;
	if (buttons.length > max) {
		throw badField(
			label,
			`holds ${buttons.length} buttons; a ${where ? 'card' : 'template'} takes ${max}`,
			'Remove some of them.',
		);
	}
	const made = buttons.map((button, index) => newButton(`${label} > ${index + 1} > `, button));
	checkOrder(label, made);
	const replies = made.filter(({ type }) => type === 'QUICK_REPLY').map(({ text }) => String(text));
	checkUnique(label, 'text of a quick reply', replies);
	for (const [type, name, most] of MOST) {
		const count = made.filter((button) => button.type === type).length;
		if (count > most)
			throw badField(label, `holds ${count} ${name}; WhatsApp takes ${most} in a template`, 'Remove some of them.');
	}
	return made.length > 0 ? [{ type: 'BUTTONS', buttons: made }] : [];
}

/** WhatsApp wants quick replies side by side. */
function checkOrder(label: string, buttons: IDataObject[]): void {
	const groups = buttons.filter(({ type }, at) => type === 'QUICK_REPLY' && buttons[at - 1]?.type !== 'QUICK_REPLY');
	if (groups.length < 2) return;
	throw badField(
		label,
		'has quick replies on both sides of another button, which WhatsApp refuses',
		'Put the quick replies side by side.',
	);
}

function newButton(where: string, button: Fields): IDataObject {
	const type = choice(`${where}Type`, button.type, BUTTONS, { fallback: 'QUICK_REPLY', isOpen: true });
	if (type === 'COPY_CODE') return codeButton(`${where}Example Code`, button.example);
	if (type === 'REQUEST_CONTACT_INFO') return { type };
	if (type === 'URL') return urlButton(where, button);
	const common = { type, text: limitedLine(`${where}Text`, button.text, TEMPLATE_BUTTON_TEXT_MAX) };
	if (type === 'PHONE_NUMBER')
		return { ...common, phone_number: `+${readNumber(`${where}Phone Number`, button.phoneNumber, NO_SUCH_FIELD)}` };
	if (type !== 'FLOW') return common;
	const flow_id = identifier(`${where}Flow ID`, button.flowId);
	const screen = optionalText('navigate_screen', `${where}First Screen`, button.screen);
	return { ...common, flow_id, ...screen, ...('navigate_screen' in screen && { flow_action: 'navigate' }) };
}

export function codeButton(label: string, example: unknown): IDataObject {
	return { type: 'COPY_CODE', example: limitedText(label, example, COUPON_CODE_MAX) };
}

/**
 * A link, which may end with a variable.
 *
 * @param textLabel what the field with the words on the button is called
 * @throws Failure when the variable stands elsewhere, or has no example
 */
export function urlButton(where: string, { text, ...fields }: Fields, textLabel = 'Text'): IDataObject {
	const common = { type: 'URL', text: limitedLine(where + textLabel, text, TEMPLATE_BUTTON_TEXT_MAX) };
	const { url, example } = buttonUrl(where, fields);
	return { ...common, url, ...(example !== undefined && { example: [example] }) };
}

/**
 * Where a button leads, with the example that WhatsApp wants for a variable.
 *
 * @throws Failure as {@link urlButton} does
 */
export function buttonUrl(where: string, { url, urlExample }: Fields): { url: string; example?: string } {
	// Customers open the addresses wherever they are.
	const addressed = (name: string, value: unknown) =>
		pageLink(`${where}${name}`, limitedText(`${where}${name}`, value, TEMPLATE_BUTTON_URL_MAX), false);
	const address = addressed('URL', url);
	checkBraces(`${where}URL`, address);
	const start = address.replace(/\{\{[^{}]+\}\}$/, '');
	if (/\{\{|\}\}/.test(start)) {
		throw badField(
			`${where}URL`,
			'takes one variable, at its end',
			'Write it e.g. as https://example.com/orders/{{1}}.',
		);
	}
	if (start === address) return { url: address };
	return { url: address, example: addressed('Example URL', urlExample) };
}
