import { defineOperation, toItems } from '../../../shared/door/operation';
import { identifier } from '../../../shared/input/identifier';
import { asObject } from '../../../shared/json';
import { templateField } from '../../fields/locators';
import { isSameWord, templateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/findTemplate';
import { badField } from '../../../shared/failures/failure';
import { templateForm, partFields } from './form';
import { hubOnly } from './hubOnly';

export const edit = defineOperation({
	value: 'edit',
	name: 'Edit',
	action: 'Edit template',
	description: 'Change a template, at most once a day; it is reviewed again; answers its ID',
	repeatable: true,
	fields: { ...partFields, whom: [templateField] },
	async run(item) {
		const form = templateForm(item);
		const template = await findTemplate(item, templateChoice(item.param('template', '')));
		const { name, language, category } = template;
		if (isSameWord(category, 'AUTHENTICATION') !== (form.kind === 'code')) {
			throw badField(
				'Kind',
				`does not fit: the template is of the category ${category}`,
				'Choose Code for One Time for templates of the category Authentication, and only for those.',
			);
		}
		await form.upload();
		const id = identifier('Template', template.external_id ?? template.id);
		const body = { components: form.components };
		const answer = await item.ask({ method: 'POST', url: `/${encodeURIComponent(id)}`, body });
		const failure = item.failureOf(answer);
		if (failure) throw hubOnly(failure, answer, 'a change of a template');
		return toItems([{ name, language, id, ...asObject(answer.body) }]);
	},
});
