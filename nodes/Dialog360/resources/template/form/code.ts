import { optionalLine } from '../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { entries } from '../../../../shared/input/collection';
import { wholeNumber } from '../../../../shared/input/number';
import { choice, requiredText } from '../../../../shared/input/text';
import { toggle } from '../../../../shared/input/toggle';
import { isNothing } from '../../../../shared/input/value';
import { textField } from '../../../fields/common';
import { entriesField } from '../../../fields/entries';
import { CODE_MINUTES_MAX, TEMPLATE_BUTTON_TEXT_MAX } from '../../../provider/limits';
import { forKinds, optionForKinds } from './kinds';

const TYPES = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'];
const withApp = (...codeButton: string[]) => ({
	displayOptions: { show: { '/templateKind': ['code'], '/codeButton': codeButton } },
});

export const codeButtonField: INodeProperties = {
	displayName: 'Code Button',
	name: 'codeButton',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Copy Code', value: 'COPY_CODE', description: 'The customer copies the code' },
		{ name: 'One-Tap', value: 'ONE_TAP', description: 'A tap fills the code into your Android app' },
		{ name: 'Zero-Tap', value: 'ZERO_TAP', description: 'Your Android app gets the code without a tap' },
	],
	default: 'COPY_CODE',
	...forKinds('code'),
};

export const codeOptions: INodeProperties[] = [
	entriesField(
		'Apps',
		'apps',
		'App',
		[
			textField('Package Name', 'packageName', { placeholder: 'e.g. com.example.shop' }),
			textField('Signature Hash', 'signatureHash', {
				placeholder: 'e.g. K8a/AINcGX7',
				description: 'Of the app, 11 characters',
			}),
		],
		{ description: 'The Android apps that get the code', ...withApp('ONE_TAP', 'ZERO_TAP') },
	),
	textField('Autofill Text', 'autofillText', {
		placeholder: 'e.g. Autofill',
		description: 'Label of the one-tap button, up to 25 characters',
		...withApp('ONE_TAP', 'ZERO_TAP'),
	}),
	textField('Code Button Text', 'codeButtonText', {
		placeholder: 'e.g. Copy Code',
		description: 'Label of the copy button, up to 25 characters',
		...optionForKinds('code'),
	}),
	{
		displayName: 'Code Expires After',
		name: 'codeMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: CODE_MINUTES_MAX },
		default: 10,
		description: 'Minutes, up to 90; WhatsApp writes them below the text',
		...optionForKinds('code'),
	},
	{
		displayName: 'Security Recommendation',
		name: 'securityRecommendation',
		type: 'boolean',
		default: true,
		description: 'Whether WhatsApp adds that the code must not be shared',
		...optionForKinds('code'),
	},
	{
		displayName: 'Zero-Tap Terms Accepted',
		name: 'zeroTapTerms',
		type: 'boolean',
		default: true,
		description: "Whether you accept WhatsApp's terms for zero-tap; required",
		...withApp('ZERO_TAP'),
	},
];

/**
 * The components of a template for a code for one time: WhatsApp writes their texts
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates).
 *
 * @throws Failure naming the field that is empty, too long, or out of its range
 */
export function codeComponents(given: unknown, options: Record<string, unknown>): IDataObject[] {
	const { securityRecommendation, codeMinutes } = options;
	const button = otpButton(choice('Code Button', given, TYPES), options);
	const isSafe = !isNothing(securityRecommendation);
	const minutes = isNothing(codeMinutes)
		? undefined
		: wholeNumber('Code Expires After', codeMinutes, { min: 1, max: CODE_MINUTES_MAX });
	return [
		{
			type: 'BODY',
			...(isSafe && { add_security_recommendation: toggle('Security Recommendation', securityRecommendation) }),
		},
		...(minutes === undefined ? [] : [{ type: 'FOOTER', code_expiration_minutes: minutes }]),
		{ type: 'BUTTONS', buttons: [button] },
	];
}

function otpButton(otp_type: string, options: Record<string, unknown>): IDataObject {
	const button = {
		type: 'OTP',
		otp_type,
		...optionalLine('text', 'Code Button Text', options.codeButtonText, TEMPLATE_BUTTON_TEXT_MAX),
	};
	if (otp_type === 'COPY_CODE') return button;
	const apps = entries('Apps', 'app', options.apps).map(newApp);
	if (apps.length === 0) throw badField('Apps', 'is empty', "Add the app that gets the code in 'Apps'.");
	const filled = optionalLine('autofill_text', 'Autofill Text', options.autofillText, TEMPLATE_BUTTON_TEXT_MAX);
	const common = { ...button, ...filled, supported_apps: apps };
	if (otp_type === 'ONE_TAP') return common;
	if (!toggle('Zero-Tap Terms Accepted', options.zeroTapTerms)) {
		throw badField(
			'Zero-Tap Terms Accepted',
			'is not switched on, and WhatsApp takes no zero-tap without it',
			'Read the terms, and add the option.',
		);
	}
	return { ...common, zero_tap_terms_accepted: true };
}

function newApp({ packageName, signatureHash }: Record<string, unknown>, index: number): IDataObject {
	const package_name = requiredText(`Apps > ${index + 1} > Package Name`, packageName).trim();
	const signature_hash = requiredText(`Apps > ${index + 1} > Signature Hash`, signatureHash).trim();
	if (!/^[a-z]\w*(\.[a-z]\w*)+$/i.test(package_name)) {
		throw badField(
			`Apps > ${index + 1} > Package Name`,
			`holds "${package_name}", which names no app`,
			'Give parts with dots between them, e.g. com.example.shop.',
		);
	}
	if (!/^[\w+/=-]{11}$/.test(signature_hash)) {
		throw badField(
			`Apps > ${index + 1} > Signature Hash`,
			`has ${signature_hash.length} characters; it has exactly 11`,
			"Take it from Google's tool for the app, e.g. K8a/AINcGX7.",
		);
	}
	return { package_name, signature_hash };
}
