import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation } from '../../../shared/door/operation';
import { settled } from '../../../shared/failures/settled';
import { asObject } from '../../../shared/json';
import { templateField } from '../../fields/locators';
import { recipientField } from '../../fields/recipient';
import { buildComponents, checkCounts, readComponents } from '../../templates/components';
import { templateChoice } from '../../templates/definition';
import type { Template, TemplateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/findTemplate';
import { readValues } from '../../templates/givenValues';
import type { Given } from '../../templates/givenValues';
import { partsOf } from '../../templates/parts';
import type { Form } from './itemForm';
import { sendOptionsField } from './messageFields';
import { sending } from './sending';
import { valueFields, valuesFromField } from './templateValueFields';

export const sendTemplate = defineOperation({
	value: 'sendTemplate',
	name: 'Send Template',
	action: 'Send template message',
	description: 'Send an approved template, also later than 24 hours after the customer wrote',
	repeatable: false,
	fields: {
		decides: [valuesFromField],
		whom: [recipientField, templateField],
		what: valueFields,
		options: [sendOptionsField],
	},
	run: sending(async (form, item) => {
		const choice = templateChoice(item.param('template', ''));
		const valuesFrom = form.param<string>('valuesFrom', 'form');
		if (valuesFrom === 'components') return await fromComponents(item, form, choice);
		const template = await findTemplate(item, choice);
		const parts = partsOf(template);
		const given = valuesFrom === 'form' ? formValues(form) : readValues(form.param('templateValues', '{}'), parts);
		return content(template, buildComponents(parts, given, form.media));
	}),
});

/** The fields that grew out of the template; asked for as a whole, because n8n cannot read inside of an empty one. */
function formValues(form: Form): Given {
	return asObject(form.param<IDataObject>('templateFields', {}).value);
}

/** Components by hand are sent even where the template's definition cannot be read. */
async function fromComponents(item: ItemContext, form: Form, choice: TemplateChoice): Promise<IDataObject> {
	const components = readComponents(form.param('components', '[]'));
	const { name, language } = choice;
	if (!name || !language) {
		const template = await findTemplate(item, choice);
		checkCounts(components, partsOf(template));
		return content(template, components);
	}
	const template = await item.memory.once(`template ${name}:${language}`, async () => {
		const result = await settled(findTemplate(item, choice));
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
