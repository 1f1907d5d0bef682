import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { textField } from '../../fields/common';
import { limitedText, optionalText } from '../../fields/limitedText';
import { TEMPLATE_BODY_MAX, TEMPLATE_FOOTER_MAX, TEMPLATE_HEADER_MAX } from '../../provider/limits';
import { isNumber, variablesOf } from '../../templates/definition';
import { buttonsComponent, newButtonsOption } from './newButtons';

/** What a user may add to the body of a new template. */
export interface ComponentOptions {
	bodyExamples?: string[];
	templateButtons?: { button?: IDataObject[] };
	templateFooter?: string;
	templateHeader?: string;
	templateHeaderExample?: string;
}

export const componentOptions: INodeProperties[] = [
	textField('Body Examples', 'bodyExamples', {
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Example' },
		default: [],
		placeholder: 'e.g. Ann',
		description: 'One example for each variable of the body, in their order',
	}),
	newButtonsOption,
	textField('Footer', 'templateFooter', { description: 'Up to 60 characters' }),
	textField('Header Example', 'templateHeaderExample', { description: 'An example for the variable of the header' }),
	textField('Header Text', 'templateHeader', { description: 'Up to 60 characters, with one variable at most' }),
];

/**
 * The components of a new template (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 *
 * @throws Failure naming the field that is empty, too long, or lacks an example
 */
export function newComponents(bodyText: unknown, options: ComponentOptions): IDataObject[] {
	const header = optionalText('text', 'Header Text', options.templateHeader, TEMPLATE_HEADER_MAX).text;
	const body = limitedText('Body', bodyText, TEMPLATE_BODY_MAX);
	const footer = optionalText('text', 'Footer', options.templateFooter, TEMPLATE_FOOTER_MAX).text;
	if (header && variablesOf(header).length > 1)
		throw badField('Header Text', 'holds several variables; WhatsApp takes one', 'Keep one of them.');
	return [
		...(header ? [headerComponent(header, options.templateHeaderExample)] : []),
		{ type: 'BODY', text: body, ...example('body_text', 'Body Examples', body, options.bodyExamples) },
		...(footer ? [{ type: 'FOOTER', text: footer }] : []),
		...buttonsComponent(options.templateButtons?.button),
	];
}

function headerComponent(text: string, sample: string | undefined): IDataObject {
	return { type: 'HEADER', format: 'TEXT', text, ...example('header_text', 'Header Example', text, [sample]) };
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
	if (isNumber(variables[0]!)) return { example: { [field]: field === 'body_text' ? [given] : given } };
	const named = variables.map((name, index) => ({ param_name: name, example: given[index] }));
	return { example: { [`${field}_named_params`]: named } };
}
