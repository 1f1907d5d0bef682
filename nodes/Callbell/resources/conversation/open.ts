import { defineOperation } from '../../../shared/door/operation';
import { simplifyField } from '../../../shared/input/listFields';
import { contactFields } from '../../fields/common';
import { setState } from './setState';

export const open = defineOperation({
	name: 'Open',
	value: 'open',
	action: 'Open conversation',
	description: 'Open the conversation with a contact again; answers the contact',
	repeatable: true,
	fields: { whom: contactFields, what: [simplifyField] },
	run: async (item) => await setState(item, 'open'),
});
