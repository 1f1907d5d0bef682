import { defineOperation, toItems } from '../../../shared/door/operation';
import { limitOf, listFields } from '../../../shared/input/listFields';
import { collect, pages } from '../../../shared/transport/pages';
import { contactFields } from '../../fields/common';
import { listOf } from '../../provider/answers';
import { contactPath } from './findContact';

export const getMessages = defineOperation({
	name: 'Get Messages',
	value: 'getMessages',
	action: 'Get messages of contact',
	description: 'Get the messages of a contact, newest first',
	repeatable: true,
	fields: { whom: contactFields, what: listFields },
	async run(item) {
		const url = `${await contactPath(item)}/messages`;
		let first: string | undefined;
		// The answer does not tell how many pages there are: the list ends with an empty one, or with one that was there.
		const list = pages<number>(async (page = 1) => {
			const entries = listOf(await item.request({ method: 'GET', url, qs: { page } }), 'messages');
			const before = first;
			first = JSON.stringify(entries[0]);
			const isEnd = entries.length === 0 || first === before;
			return { entries: isEnd ? [] : entries, next: isEnd ? null : page + 1 };
		});
		return toItems(await collect(item, list, limitOf(item)));
	},
});
