import type { INodeProperties } from 'n8n-workflow';
import { badField } from '../../shared/failures/failure';
import { identifier } from '../../shared/input/identifier';
import { phoneNumber } from '../../shared/input/phone/phoneNumber';
import { choice } from '../../shared/input/text';
import { textField } from './common';

/** Who gets a message; see {@link recipient}. */
export const recipientField = textField('Recipient', 'to', {
	required: true,
	placeholder: 'e.g. +49 151 12345678',
	description:
		'Phone number with its country code, in any usual format, or the BSUID of a customer who hides it. National numbers need the option Default Country Code, groups the option Recipient Type.',
});

export const defaultCountryCodeOption = textField('Default Country Code', 'defaultCountryCode', {
	placeholder: 'e.g. 49',
	description: 'Added to phone numbers without one: those that begin with 0, or with neither +, 00 nor this code',
});

export const recipientTypeOption: INodeProperties = {
	displayName: 'Recipient Type',
	name: 'recipientType',
	type: 'options',
	options: [
		{ name: 'Group', value: 'group', description: 'Recipient holds the ID of a group' },
		{ name: 'Individual', value: 'individual' },
	],
	default: 'group',
};

/** Who gets a message, as the fields of its body. */
export type Recipient =
	{ recipient_type: 'individual' | 'group'; to: string } | { recipient_type: 'individual'; recipient: string };

/**
 * https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids: country, dot, up to 128 letters and digits.
 */
const HIDDEN_NUMBER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * The recipient of a message: a phone number in any usual writing, WhatsApp's hidden-number ID (e.g.
 * `US.13491208655302741918`), or with the option *Recipient Type* the ID of a group.
 *
 * @param options the collection of that name
 * @throws Failure when it is none of them
 */
export function recipient(value: unknown, options: Record<string, unknown>): Recipient {
	const kind = choice('Recipient Type', options.recipientType, ['individual', 'group'], { fallback: 'individual' });
	const id = identifier(
		'Recipient',
		value,
		"Give a phone number with its country code in 'Recipient', e.g. +49 151 12345678.",
		kind === 'group' ? 'ID' : 'phone number',
	);
	if (kind === 'group') return { recipient_type: 'group', to: groupId(id) };
	if (isHiddenNumberId(id)) return { recipient_type: 'individual', recipient: id };
	return { recipient_type: 'individual', to: phoneNumber('Recipient', value, options.defaultCountryCode) };
}

/** Whether it is the ID of a customer whose phone number WhatsApp does not show (BSUID). */
export function isHiddenNumberId(text: string): boolean {
	return HIDDEN_NUMBER_ID.test(text);
}

function groupId(text: string): string {
	if (!/\s/.test(text)) return text;
	throw badField(
		'Recipient',
		'holds blanks, and the ID of a group has none',
		'Give the ID as the trigger or 360dialog gave it.',
	);
}
