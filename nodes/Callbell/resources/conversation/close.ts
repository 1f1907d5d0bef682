import { defineOperation } from '../../../shared/door/operation';
import { simplifyField } from '../../../shared/input/listFields';
import { contactFields } from '../../fields/common';
import { setState } from './setState';

export const close = defineOperation({
	name: 'Close',
	value: 'close',
	action: 'Close conversation',
	description: 'Close the conversation with a contact; answers the contact',
	repeatable: true,
	fields: { whom: contactFields, what: [simplifyField] },
	run: async (item) => await setState(item, 'close'),
});
