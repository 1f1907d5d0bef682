import { badField } from '../../../shared/failures/failure';
import { locator } from '../../../shared/input/locator';
import { limitedText } from '../../../shared/input/text';
import { textField } from '../../fields/common';
import { TEMPLATE_NAME_MAX } from '../../provider/limits';

export const nameField = textField('Name', 'templateName', {
	required: true,
	placeholder: 'e.g. order_update',
	description: 'Lower-case letters, digits and underscores',
});

/**
 * In the node's description the list would cost 4 kB with each load of the editor. Workflows that were saved before it
 * have the code as a text.
 */
export const languageField = locator(
	{
		displayName: 'Language',
		name: 'language',
		searchListMethod: 'searchLanguages',
		byId: { displayName: 'By Code', placeholder: 'e.g. en_US' },
	},
	{ required: true },
);

const LANGUAGE_MAX = 15;

/**
 * The name of a new template.
 *
 * @throws Failure when WhatsApp would refuse it
 */
export function templateName(value: unknown): string {
	const name = limitedText('Name', value, TEMPLATE_NAME_MAX).trim();
	if (/^[a-z0-9_]+$/.test(name)) return name;
	throw badField(
		'Name',
		`holds "${name}"; a template's name has lower-case letters, digits and underscores only`,
		'Change the name, e.g. order_update.',
	);
}

/**
 * The language of a new template as WhatsApp writes it: `en`, `en_US`
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/supported-languages).
 *
 * @throws Failure when it is written otherwise
 */
export function templateLanguage(value: unknown): string {
	const language = limitedText('Language', value, LANGUAGE_MAX).trim();
	if (/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(language)) return language;
	const [code = '', country] = language.split(/[-_]/);
	const isCode = /^[a-z]{2,3}$/i.test(code) && (country === undefined || /^[a-z]{2}$/i.test(country));
	const meant = isCode ? [code.toLowerCase(), country?.toUpperCase()].filter(Boolean).join('_') : 'en_US';
	throw badField('Language', `holds "${language}", which is no language of WhatsApp`, `Give its code, e.g. ${meant}.`);
}
