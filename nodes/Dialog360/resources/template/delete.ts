import { defineOperation, toItems } from '../../../shared/door/operation';
import { requiredText } from '../../../shared/input/text';
import { templateField } from '../../fields/locators';
import { templateChoice } from '../../templates/definition';
import { NEWER, OLDER } from '../../templates/templatePages';
import { changeTemplate } from './changeTemplate';

export const deleteTemplate = defineOperation({
	value: 'delete',
	name: 'Delete',
	action: 'Delete template',
	description: 'Delete a template in all its languages. Its name cannot be used again for 30 days.',
	repeatable: true,
	fields: { whom: [templateField] },
	async run(item) {
		const { name } = templateChoice(item.param('template', ''));
		requiredText('Template', name, 'Choose a template from the list, or give its name.');
		await changeTemplate(
			item,
			{ method: 'DELETE', url: NEWER, qs: { name } },
			{ method: 'DELETE', url: `${OLDER}/${encodeURIComponent(name)}` },
		);
		return toItems([{ deleted: true, name }]);
	},
});
