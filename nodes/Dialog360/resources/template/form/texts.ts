import type { IDataObject } from 'n8n-workflow';
import { counted } from '../../../../shared/failures/counted';
import { badField } from '../../../../shared/failures/failure';
import { list } from '../../../../shared/input/list';
import { limitedText } from '../../../../shared/input/text';
import { isNumber, variablesOf } from '../../../templates/definition';
import { checkBody, checkVariables } from '../templateRules';

/**
 * The body of a template or of a card.
 *
 * @param where begins the labels, e.g. `Cards > 1 > `
 * @throws Failure naming the field that is empty, too long, breaks a rule, or lacks an example
 */
export function bodyComponent(where: string, given: unknown, max: number, examples: unknown): IDataObject {
	const text = limitedText(`${where}Body`, given, max);
	checkVariables(`${where}Body`, text);
	checkBody(`${where}Body`, text);
	return { type: 'BODY', text, ...example('body_text', `${where}Body Examples`, text, examplesOf(where, examples)) };
}

/** WhatsApp approves no variable without an example: by place as a list (of the body: in a list), by name with it. */
export function example(field: 'body_text' | 'header_text', label: string, text: string, given: string[]): IDataObject {
	const variables = variablesOf(text);
	if (given.length !== variables.length) {
		throw badField(
			label,
			`holds ${given.length}, and the text has ${counted(variables.length, 'variable')}`,
			variables.length === 0
				? 'Take the examples out, or write {{1}} in the text where the value is to stand.'
				: `Give an example for each of: ${variables.join(', ')}. WhatsApp wants them for its review.`,
		);
	}
	if (variables.length === 0) return {};
	if (isNumber(variables[0]!)) return { example: { [field]: field === 'body_text' ? [given] : given } };
	const named = variables.map((name, index) => ({ param_name: name, example: given[index] }));
	return { example: { [`${field}_named_params`]: named } };
}

/** A list of the form, in which a text may hold commas. */
function examplesOf(where: string, value: unknown): string[] {
	return list(`${where}Body Examples`, Array.isArray(value) || typeof value === 'string' ? value : [value]);
}
