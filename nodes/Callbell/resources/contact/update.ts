import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { contactFields } from '../../fields/common';
import { entryOf } from '../../provider/answers';
import { contactBody, readTags } from './contactBody';
import { collection } from '../../../shared/input/collection';
import { contactDetails } from './contactDetails';
import { contactPath } from './findContact';
import { newTags } from './steps/newTags';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change the tags, custom fields, team, note or assignment of a contact',
	repeatable: true,
	fields: { whom: contactFields, options: [contactDetails] },
	async run(item) {
		const input = collection(item, 'Fields', 'fields');
		if (Object.keys(contactBody(item, input, readTags(input))).length === 0) {
			throw badField('Fields', 'is empty', "Add what is to change in 'Fields'.");
		}
		const url = await contactPath(item);
		const body = contactBody(
			item,
			input,
			await newTags(input, async () => {
				return entryOf(await item.request({ method: 'GET', url }, { isRead: true }), 'contact');
			}),
		);
		return toItems([entryOf(await item.request({ method: 'PATCH', url, body }), 'contact')]);
	},
});
