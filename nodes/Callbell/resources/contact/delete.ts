import { defineOperation, toItems } from '../../../shared/door/operation';
import { contactFields } from '../../fields/common';
import { contactPath } from './findContact';

export const deleteContact = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete contact',
	description: 'Delete a contact for good, with its messages; answers that it is deleted',
	repeatable: true,
	expects: 'status',
	fields: { whom: contactFields },
	async run(item) {
		await item.request({ method: 'DELETE', url: await contactPath(item) });
		return toItems([{ deleted: true }]);
	},
});
