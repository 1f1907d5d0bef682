import { defineOperation, toItems } from '../../../shared/door/operation';
import { templateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/find';

/** 360dialog has no item for one template: it is looked up in the list, which is read once for all items. */
export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get template',
	description: 'Get a template in one of its languages',
	repeatable: true,
	async run(item) {
		return toItems([{ ...(await findTemplate(item, templateChoice(item.param('template', '')))) }]);
	},
});
