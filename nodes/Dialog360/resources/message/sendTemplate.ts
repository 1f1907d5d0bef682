import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation } from '../../../shared/door/operation';
import { settled } from '../../../shared/failures/settled';
import { templateField } from '../../fields/locators';
import { recipientField } from '../../fields/recipient';
import { buildComponents, checkCounts } from '../../templates/components';
import { areComponents, writtenComponents } from '../../templates/values/writtenComponents';
import { choice } from '../../../shared/input/text';
import { formValues } from '../../../shared/input/templates/templateForm';
import { toggle } from '../../../shared/input/toggle';
import { templateChoice } from '../../templates/definition';
import type { Template, TemplateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/findTemplate';
import { checkKeys, knownValues, LABEL, parseValues, readValues } from '../../templates/givenValues';
import type { Given } from '../../templates/givenValues';
import { partsOf } from '../../templates/parts';
import type { Form } from './itemForm';
import { sendOptionsField } from './form/sendOptions';
import { sending } from './sending';
import { valueFields } from './form/templateValueFields';

export const sendTemplate = defineOperation({
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send WhatsApp template',
	description:
		'Send an approved template, even more than 24 hours after the customer last wrote; answers its message ID and status',
	repeatable: false,
	fields: {
		whom: [recipientField, templateField],
		what: valueFields,
		options: [sendOptionsField],
	},
	run: sending(templateContent),
});

/**
 * What makes the message: the chosen template with the values that the user gave.
 *
 * @throws Failure when there is no such template, or when a value is missing or not what WhatsApp takes
 */
export async function templateContent(form: Form, item: ItemContext): Promise<IDataObject> {
	const chosen = templateChoice(item.param('template', ''));
	const valuesFrom = choice('Values', form.param('valuesFrom'), ['form', 'values', 'components']);
	const flattens = toggle('Flatten Line Breaks', form.options.flattenLineBreaks);
	const asWritten = { flattens, isCustom: form.isCustom };
	if (valuesFrom === 'components') {
		return await written(item, chosen, writtenComponents(form.param('components'), undefined, asWritten));
	}
	const given =
		valuesFrom === 'form' ? formValues(form.param('templateFields', {})) : parseValues(form.param('templateValues'));
	if (areComponents(given)) return await written(item, chosen, writtenComponents(given, LABEL, asWritten));
	const template = await findTemplate(item, chosen);
	const parts = partsOf(template);
	const values =
		valuesFrom === 'form' ? knownValues(given as Given, parts) : checkKeys(readValues(given, parts), parts);
	const how = { zone: item.context.getTimezone(), flattens };
	return content(template, buildComponents(parts, values, form.media, how));
}

/** Components by hand are sent even where the template's definition cannot be read. */
async function written(item: ItemContext, chosen: TemplateChoice, components: IDataObject[]): Promise<IDataObject> {
	const { name, language } = chosen;
	if (!name || !language) {
		const template = await findTemplate(item, chosen);
		checkCounts(components, partsOf(template));
		return content(template, components);
	}
	const template = await item.memory.once(`template ${name}:${language}`, async () => {
		const result = await settled(findTemplate(item, chosen));
		return result.status === 'fulfilled' ? result.value : undefined;
	});
	if (template) checkCounts(components, partsOf(template));
	return content({ name, language }, components);
}

function content({ name, language }: Pick<Template, 'name' | 'language'>, components: IDataObject[]): IDataObject {
	return {
		type: 'template',
		template: { name, language: { code: language }, ...(components.length > 0 && { components }) },
	};
}
