import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { contactFields } from '../../fields/common';
import { entryAbout } from '../../provider/answers';
import { contactBody, readTags } from './contactBody';
import { collection } from '../../../shared/input/collection';
import { contactDetails } from './contactDetails';
import { contactPath, uuidIn } from './findContact';
import { newTags } from './steps/newTags';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change the tags, custom fields, team, note or assignment of a contact; answers the contact',
	repeatable: true,
	fields: { whom: contactFields, options: [contactDetails] },
	async run(item) {
		const input = collection(item, 'Fields', 'fields');
		if (Object.keys(contactBody(item, input, readTags(input))).length === 0) {
			throw badField('Fields', 'is empty', "Add what is to change in 'Fields'.");
		}
		const url = await contactPath(item);
		const uuid = uuidIn(url);
		const body = contactBody(
			item,
			input,
			await newTags(input, async () => {
				return entryAbout(await item.request({ method: 'GET', url }, { isRead: true }), { uuid }, 'contact');
			}),
		);
		return toItems([entryAbout(await item.request({ method: 'PATCH', url, body }), { uuid }, 'contact')]);
	},
});
