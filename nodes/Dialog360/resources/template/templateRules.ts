import { badField } from '../../../shared/failures/failure';
import { limitedText } from '../../../shared/input/text';
import { TEMPLATE_NAME_MAX } from '../../provider/limits';
import { isNumber, variablesOf } from '../../templates/definition';

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

/**
 * Refuses variables that WhatsApp would refuse
 * (https://developers.facebook.com/docs/whatsapp/message-templates/guidelines).
 *
 * @throws Failure naming the rule
 */
export function checkVariables(label: string, text: string): void {
	const names = variablesOf(text);
	const refuse = (what: string, nextStep: string) => badField(label, what, nextStep);
	const strange = names.find((name) => !/^[a-z0-9_]+$/.test(name));
	if (strange !== undefined) {
		const meant = strange.toLowerCase().replace(/[^a-z0-9_]+/g, '_');
		throw refuse(
			`holds {{${strange}}}; names of variables have lower-case letters, digits and underscores only`,
			`Write it as {{${meant}}}.`,
		);
	}
	const numbers = names.filter(isNumber).map(Number);
	if (numbers.length > 0 && numbers.length < names.length) {
		throw refuse('has variables with numbers and with names', 'Give all of them numbers, or all of them names.');
	}
	if (numbers.some((number, index) => number !== index + 1)) {
		throw refuse(
			`has the variables ${numbers.map((number) => `{{${number}}}`).join(', ')}; numbers begin with 1 and leave none out`,
			'Number them {{1}}, {{2}}, {{3}} …',
		);
	}
}

/**
 * Refuses a body that begins or ends with a variable.
 *
 * @throws Failure naming the rule
 */
export function checkEnds(label: string, text: string): void {
	const where = /^\s*\{\{/.test(text) ? 'begins' : /\}\}\s*$/.test(text) ? 'ends' : undefined;
	if (where) throw badField(label, `${where} with a variable, which WhatsApp refuses`, 'Put a word or a sign there.');
}
