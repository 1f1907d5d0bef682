import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { identifier } from '../../../shared/input/identifier';
import { choice, requiredText } from '../../../shared/input/text';
import { templateField } from '../../fields/locators';
import { templateChoice } from '../../templates/definition';
import type { TemplateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/findTemplate';
import { NEWER, OLDER } from '../../templates/templatePages';
import { changeTemplate } from './changeTemplate';
import { hubOnly } from './hubOnly';

const languagesField: INodeProperties = {
	displayName: 'Languages',
	name: 'languages',
	type: 'options',
	options: [
		{ name: 'All', value: 'all', description: 'The name cannot be used again for 30 days' },
		{ name: 'Only the Chosen One', value: 'one', description: 'The template stays in its other languages' },
	],
	default: 'all',
};

export const deleteTemplate = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete template',
	description: 'Delete a template in all its languages, or in one; answers that it is deleted',
	repeatable: true,
	fields: { whom: [templateField], what: [languagesField] },
	async run(item) {
		const chosen = templateChoice(item.param('template', ''));
		const { name } = chosen;
		requiredText('Template', name, 'Choose a template from the list, or give its name.');
		if (choice('Languages', item.param('languages', 'all'), ['all', 'one']) === 'one')
			return toItems([await deleteOne(item, chosen)]);
		await changeTemplate(
			item,
			{ method: 'DELETE', url: NEWER, qs: { name } },
			{ method: 'DELETE', url: `${OLDER}/${encodeURIComponent(name)}` },
		);
		return toItems([{ deleted: true, name }]);
	},
});

/** The older address knows no languages: there a request for one would take all of them. */
async function deleteOne(item: ItemContext, chosen: TemplateChoice) {
	const template = await findTemplate(item, chosen);
	const { name, language } = template;
	const qs = { name, hsm_id: identifier('Template', template.external_id ?? template.id) };
	const answer = await item.ask({ method: 'DELETE', url: NEWER, qs });
	const failure = item.failureOf(answer);
	if (failure) throw hubOnly(failure, answer, 'the deletion of one language');
	return { deleted: true, name, language };
}
