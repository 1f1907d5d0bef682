import { defineOperation, toItems } from '../../../shared/door/operation';
import { templateField } from '../../fields/locators';
import { templateChoice } from '../../templates/definition';
import { findTemplate } from '../../templates/findTemplate';

/** 360dialog has no request for one template: it is looked up in the list, which is read once for all items. */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get template',
	description: 'Get a template in one of its languages',
	repeatable: true,
	fields: { whom: [templateField] },
	async run(item) {
		return toItems([{ ...(await findTemplate(item, templateChoice(item.param('template', '')))) }]);
	},
});
