import type { INodeProperties } from 'n8n-workflow';
import {
	identifier as readIdentifier,
	issuedId,
	optionalIdentifier,
	optionalIssuedId,
} from '../../shared/input/identifier';
import { phoneNumber } from '../../shared/input/phone/phoneNumber';
import { CHANNEL_KINDS, CHANNEL_WORDS } from './channelKinds';

/** The kind of channel whose customers are known by a phone number. */
export const WHATSAPP = 'whatsapp';

/** The kind of channel that a message goes out on. */
export const fromField: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'options',
	options: CHANNEL_KINDS,
	default: WHATSAPP,
	description: 'The kind of channel. Templates, audio and video need the official WhatsApp Business API.',
};

/** Whom a message goes to; see {@link recipient}. */
export const recipientField: INodeProperties = {
	displayName: 'Recipient',
	name: 'to',
	type: 'string',
	default: '',
	placeholder: 'e.g. +31 6 12345678',
	hint: 'Required, unless the customer hides the number: then add the option BSUID',
	description:
		"On WhatsApp a phone number with its country code, in any usual format, or the BSUID of a customer who hides it; elsewhere the platform's ID of the customer. National numbers need the option Default Country Code.",
};

/** Whom a message goes to, as the fields of its body. */
export type Recipient = { to: string } | { bsuid: string };

/**
 * https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids: country, dot, up to 128 letters and digits.
 */
const HIDDEN_NUMBER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

/**
 * The recipient of a message. WhatsApp takes a phone number in any usual writing, which becomes `+31612345678`; other
 * channels take the platform's identifier as it is. A BSUID stands for a customer whose number WhatsApp does not show;
 * that of the options counts where there is no recipient
 * (https://docs.callbell.eu/api/reference/messages_api/post_send_messages).
 *
 * @param options the collection of that name
 * @throws Failure when both are empty, or the phone number is none
 */
export function recipient(from: string, value: unknown, options: Record<string, unknown>): Recipient {
	const bsuid = optionalIssuedId(
		'BSUID',
		options.bsuid,
		'Give it as the trigger gave it, e.g. NL.13491208655302741918.',
	);
	const id = optionalIdentifier('Recipient', value, from === WHATSAPP ? 'phone number' : 'ID');
	if (id === '' && bsuid !== '') return { bsuid };
	if (from === WHATSAPP && HIDDEN_NUMBER_ID.test(id)) return { bsuid: id };
	return { to: identifier('Recipient', from, value, options.defaultCountryCode) };
}

/** A phone number with `+` on WhatsApp, otherwise the text as it is. `label` is the field's name in the editor. */
export function identifier(label: string, from: string, value: unknown, defaultCountryCode?: unknown): string {
	if (from === WHATSAPP) return `+${phoneNumber(label, value, defaultCountryCode)}`;
	// Of a kind of channel that is new, nobody knows what its identifiers look like.
	const read = CHANNEL_WORDS.includes(from) ? issuedId : readIdentifier;
	return read(label, value, `Give the customer's identifier on the platform in '${label}', as the trigger gave it.`);
}

/** Without the `+`, as Callbell writes numbers in its events. */
export function keyOf(to: Recipient): string {
	return 'to' in to ? to.to.replace(/^\+/, '') : to.bsuid;
}
