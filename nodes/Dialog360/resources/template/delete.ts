import { requiredText } from '../../../shared/input/checks';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { templateChoice } from '../../templates/definition';
import { NEWER, OLDER } from '../../templates/list';
import { change } from './change';

export const deleteTemplate = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete template',
	description: 'Delete a template in all its languages. Its name cannot be used again for 30 days.',
	repeatable: true,
	async run(item) {
		const { name } = templateChoice(item.param('template', ''));
		requiredText('Template', name, 'Choose a template from the list, or give its name.');
		await change(
			item,
			{ method: 'DELETE', url: NEWER, qs: { name } },
			{ method: 'DELETE', url: `${OLDER}/${encodeURIComponent(name)}` },
		);
		return toItems([{ deleted: true, name }]);
	},
});
