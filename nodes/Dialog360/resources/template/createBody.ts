import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import {
	TEMPLATE_BODY_MAX,
	TEMPLATE_BUTTON_PHONE_MAX,
	TEMPLATE_BUTTON_TEXT_MAX,
	TEMPLATE_BUTTON_URL_MAX,
	TEMPLATE_BUTTONS_MAX,
	TEMPLATE_FOOTER_MAX,
	TEMPLATE_HEADER_MAX,
	TEMPLATE_NAME_MAX,
} from '../../provider/limits';
import { isNumber, variablesOf } from '../../templates/definition';
import { readComponents } from '../../templates/components';
import { limitedText, optionalText } from '../message/texts';

/** What a user fills in for a new template. */
export interface NewTemplate {
	name: unknown;
	category: string;
	language: unknown;
	bodyText: unknown;
	options: {
		allowCategoryChange?: boolean;
		bodyExamples?: string[];
		templateButtons?: { button?: IDataObject[] };
		templateComponents?: unknown;
		templateFooter?: string;
		templateHeader?: string;
		templateHeaderExample?: string;
	};
}

/**
 * The JSON body that creates a template: `{ name, category, language, components }`
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 *
 * @throws Failure naming the field that is empty, too long, or lacks an example
 */
export function createBody({ name, category, language, bodyText, options }: NewTemplate): IDataObject {
	const components = readComponents(options.templateComponents ?? '[]');
	const named = [bodyText, options.templateHeader].some((text) =>
		variablesOf(String(text ?? '')).some((variable) => !isNumber(variable)),
	);
	return {
		name: templateName(name),
		category,
		language: limitedText('Language', language, 15).trim(),
		...(named && components.length === 0 && { parameter_format: 'NAMED' }),
		...(options.allowCategoryChange !== undefined && { allow_category_change: options.allowCategoryChange }),
		components: components.length > 0 ? components : plainComponents(bodyText, options),
	};
}

function templateName(value: unknown): string {
	const name = limitedText('Name', value, TEMPLATE_NAME_MAX).trim();
	if (/^[a-z0-9_]+$/.test(name)) return name;
	throw badField(
		'Name',
		`holds "${name}"; a template's name has lower-case letters, digits and underscores only`,
		'Change the name, e.g. order_update.',
	);
}

function plainComponents(bodyText: unknown, options: NewTemplate['options']): IDataObject[] {
	const header = optionalText('text', 'Header Text', options.templateHeader, TEMPLATE_HEADER_MAX).text;
	const body = limitedText('Body', bodyText, TEMPLATE_BODY_MAX);
	const footer = optionalText('text', 'Footer', options.templateFooter, TEMPLATE_FOOTER_MAX).text;
	const buttons = options.templateButtons?.button ?? [];
	if (header && variablesOf(header).length > 1)
		throw badField('Header Text', 'holds several variables; WhatsApp takes one', 'Keep one of them.');
	if (buttons.length > TEMPLATE_BUTTONS_MAX) {
		throw badField(
			'Buttons',
			`holds ${buttons.length} buttons; a template takes ${TEMPLATE_BUTTONS_MAX}`,
			'Remove some of them.',
		);
	}
	return [
		...(header
			? [
					{
						type: 'HEADER',
						format: 'TEXT',
						text: header,
						...example('header_text', 'Header Example', header, [options.templateHeaderExample]),
					},
				]
			: []),
		{ type: 'BODY', text: body, ...example('body_text', 'Body Examples', body, options.bodyExamples) },
		...(footer ? [{ type: 'FOOTER', text: footer }] : []),
		...(buttons.length > 0 ? [{ type: 'BUTTONS', buttons: buttons.map(button) }] : []),
	];
}

/** WhatsApp approves no variable without an example: by place as a list (of the body: in a list), by name with it. */
function example(
	field: 'body_text' | 'header_text',
	label: string,
	text: string,
	examples: Array<string | undefined> = [],
): IDataObject {
	const variables = variablesOf(text);
	const given = examples.map((value) => String(value ?? '').trim()).filter(Boolean);
	if (given.length !== variables.length) {
		throw badField(
			label,
			`holds ${given.length}, and the text has ${variables.length} variables`,
			`Give an example for each of: ${variables.join(', ') || 'none'}. WhatsApp wants them for its review.`,
		);
	}
	if (variables.length === 0) return {};
	if (!isNumber(variables[0]!)) {
		return {
			example: {
				[`${field}_named_params`]: variables.map((name, index) => ({ param_name: name, example: given[index] })),
			},
		};
	}
	return { example: { [field]: field === 'body_text' ? [given] : given } };
}

function button({ type, text, url, urlExample, phoneNumber, example: code }: IDataObject, index: number): IDataObject {
	const label = `Buttons > ${index + 1}`;
	if (type === 'COPY_CODE')
		return { type, example: limitedText(`${label} > Example Code`, code, TEMPLATE_BUTTON_PHONE_MAX) };
	const common = { type: type as string, text: limitedText(`${label} > Text`, text, TEMPLATE_BUTTON_TEXT_MAX) };
	if (type === 'PHONE_NUMBER')
		return {
			...common,
			phone_number: limitedText(`${label} > Phone Number`, phoneNumber, TEMPLATE_BUTTON_PHONE_MAX).trim(),
		};
	if (type !== 'URL') return common;
	const address = limitedText(`${label} > URL`, url, TEMPLATE_BUTTON_URL_MAX).trim();
	if (variablesOf(address).length === 0) return { ...common, url: address };
	const sample = limitedText(`${label} > Example URL`, urlExample, TEMPLATE_BUTTON_URL_MAX).trim();
	return { ...common, url: address, example: [sample] };
}
