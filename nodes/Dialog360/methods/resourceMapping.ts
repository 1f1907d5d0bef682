import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { choiceValue, templateChoice } from '../templates/definition';
import { partsOf } from '../templates/parts';
import type { Slot } from '../templates/slots';
import { templatesForEditor } from './templatesForEditor';

/** A field for each value that the chosen template wants or takes. */
export async function templateFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const choice = templateChoice(this.getNodeParameter('template', '', { extractValue: true }));
	if (!choice.name) return { fields: [], emptyFieldsNotice: 'Choose a template first.' };
	const { name, language } = choice;
	const found = (await templatesForEditor(this)).filter(
		(template) => choiceValue(template) === `${name}:${language}` || (!language && template.name === name),
	);
	if (found.length !== 1) {
		return {
			fields: [],
			emptyFieldsNotice:
				"The template is not known. Choose one from the list, or set Values to 'List or Map (JSON)' when it is chosen by an expression.",
		};
	}
	const slots = partsOf(found[0]!).flatMap((part) => part.slots);
	return { fields: slots.map(toField), emptyFieldsNotice: 'This template has no variables.' };
}

function toField({ id, label, words, isRequired = false, isExtra = false, options }: Slot): ResourceMapperField {
	return {
		id,
		displayName: words ? `${label}: ${words}` : label,
		required: isRequired,
		defaultMatch: false,
		canBeUsedToMatch: false,
		display: true,
		removed: isExtra,
		// As text, for any value may come from an expression; the message is checked when it is made.
		...(options ? { type: 'options' as const, options } : { type: 'string' as const }),
	};
}
