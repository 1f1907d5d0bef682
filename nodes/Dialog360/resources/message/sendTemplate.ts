import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../../shared/json';
import { settled } from '../../../shared/failures/settled';
import type { ItemContext } from '../../../shared/door/itemContext';
import { buildComponents, checkCounts, readComponents } from '../../templates/components';
import { templateChoice } from '../../templates/definition';
import type { Template, TemplateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/find';
import { partsOf } from '../../templates/parts';
import { readValues } from '../../templates/values';
import type { Given } from '../../templates/values';
import type { Form } from './form';
import { sending } from './send';

export const sendTemplateOption: INodePropertyOptions = {
	name: 'Send Template',
	value: 'sendTemplate',
	action: 'Send template message',
	description: 'Send an approved template, also later than 24 hours after the customer wrote',
	routing: { request: { method: 'POST', url: '/messages' } },
};

export const sendTemplate: Operation = sending(async (item, form) => {
	const choice = templateChoice(item.param('template', ''));
	const valuesFrom = form.param<string>('valuesFrom', 'form');
	if (valuesFrom === 'components') return await fromComponents(item, form, choice);
	const template = await findTemplate(item, choice);
	const parts = partsOf(template);
	const given = valuesFrom === 'form' ? formValues(form) : readValues(form.param('templateValues', '{}'), parts);
	return content(template, buildComponents(parts, given, form.media));
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
