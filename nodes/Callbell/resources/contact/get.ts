import { defineOperation, toItems } from '../../../shared/door/operation';
import { simplifyField } from '../../../shared/input/listFields';
import { contactFields } from '../../fields/common';
import { findContact } from './findContact';
import { contactOutput, fieldTypes } from './simplify';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get a contact by its UUID, phone number or BSUID',
	repeatable: true,
	fields: { whom: contactFields, what: [simplifyField] },
	async run(item) {
		return toItems([contactOutput(item, await findContact(item, fieldTypes(item)))]);
	},
});
