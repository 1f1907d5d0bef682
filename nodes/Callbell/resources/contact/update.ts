import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { contactFields } from '../../fields/common';
import { entryOf } from '../../provider/answers';
import { contactBody, readTags } from './contactBody';
import { collection } from '../../../shared/input/collection';
import { choice } from '../../../shared/input/text';
import type { ContactInput } from './contactBody';
import { contactDetails } from './contactDetails';
import { contactPath } from './findContact';

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
		const body = contactBody(item, input, await newTags(item, url, input));
		return toItems([entryOf(await item.request({ method: 'PATCH', url, body }), 'contact')]);
	},
});

/** All tags that the contact is to have: Callbell replaces the whole list. */
async function newTags(item: ItemContext, url: string, input: ContactInput): Promise<string[] | undefined> {
	const given = readTags(input);
	const action = choice('Tags Action', input.tagsAction, ['add', 'remove', 'replace'], { fallback: 'add' });
	if (given === undefined || action === 'replace') return given;
	const { tags } = entryOf(await item.request({ method: 'GET', url }, { isRead: true }), 'contact');
	const current = Array.isArray(tags) ? tags.map(String) : [];
	const named = new Set(given.map((tag) => tag.toLowerCase()));
	const others = current.filter((tag) => !named.has(tag.toLowerCase()));
	return action === 'remove' ? others : [...others, ...given];
}
