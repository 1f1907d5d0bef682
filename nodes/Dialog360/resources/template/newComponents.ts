import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { counted } from '../../../shared/failures/counted';
import { badField } from '../../../shared/failures/failure';
import { textField } from '../../fields/common';
import { entries } from '../../../shared/input/collection';
import { list } from '../../../shared/input/list';
import { limitedText, optionalText } from '../../../shared/input/text';
import { TEMPLATE_BODY_MAX, TEMPLATE_FOOTER_MAX, TEMPLATE_HEADER_MAX } from '../../provider/limits';
import { isNumber, variablesOf } from '../../templates/definition';
import { buttonsComponent, newButtonsOption } from './newButtons';
import { checkEnds, checkVariables } from './templateRules';

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
 * The components of a new template
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components).
 *
 * @throws Failure naming the field that is empty, too long, or lacks an example
 */
export async function newComponents(bodyText: unknown, options: Record<string, unknown>): Promise<IDataObject[]> {
	const header = optionalText('text', 'Header Text', options.templateHeader, TEMPLATE_HEADER_MAX).text;
	const body = limitedText('Body', bodyText, TEMPLATE_BODY_MAX);
	checkVariables('Body', body);
	checkEnds('Body', body);
	const footer = optionalText('text', 'Footer', options.templateFooter, TEMPLATE_FOOTER_MAX).text;
	if (header && variablesOf(header).length > 1)
		throw badField('Header Text', 'holds several variables; WhatsApp takes one', 'Keep one of them.');
	if (header) checkVariables('Header Text', header);
	return [
		...(header ? [headerComponent(header, options.templateHeaderExample)] : []),
		{ type: 'BODY', text: body, ...example('body_text', 'Body Examples', body, examplesOf(options.bodyExamples)) },
		...(footer ? [{ type: 'FOOTER', text: footer }] : []),
		...(await buttonsComponent(entries('Buttons', 'button', options.templateButtons))),
	];
}

function headerComponent(text: string, sample: unknown): IDataObject {
	return {
		type: 'HEADER',
		format: 'TEXT',
		text,
		...example('header_text', 'Header Example', text, list('Header Example', [sample])),
	};
}

/** WhatsApp approves no variable without an example: by place as a list (of the body: in a list), by name with it. */
function example(field: 'body_text' | 'header_text', label: string, text: string, given: string[]): IDataObject {
	const variables = variablesOf(text);
	if (given.length !== variables.length) {
		throw badField(
			label,
			`holds ${given.length}, and the text has ${counted(variables.length, 'variable')}`,
			`Give an example for each of: ${variables.join(', ') || 'none'}. WhatsApp wants them for its review.`,
		);
	}
	if (variables.length === 0) return {};
	if (isNumber(variables[0]!)) return { example: { [field]: field === 'body_text' ? [given] : given } };
	const named = variables.map((name, index) => ({ param_name: name, example: given[index] }));
	return { example: { [`${field}_named_params`]: named } };
}

/** A list of the form, in which a text may hold commas. */
function examplesOf(value: unknown): string[] {
	return list('Body Examples', Array.isArray(value) || typeof value === 'string' ? value : [value]);
}
