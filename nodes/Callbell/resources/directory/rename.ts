import { defineOperation, toItems } from '../../../shared/door/operation';
import { requiredText } from '../../../shared/input/text';
import { nameField } from '../../fields/common';
import { entryAbout } from '../../provider/answers';
import { pathOf, uuidOf } from './directoryList';
import type { DirectoryList } from './directoryList';

/** The operation that renames one of a kind. Both documents of a renamed template are read: see `entryOf`. */
export const rename = (list: DirectoryList) =>
	defineOperation({
		name: 'Rename',
		value: 'rename',
		action: `Rename ${list.one}`,
		description: `Change the ${list.title} of a ${list.one}; answers the ${list.one}`,
		repeatable: true,
		fields: { whom: [list.locator], what: [nameField] },
		async run(item) {
			const body = { [list.title]: requiredText('Name', item.param('name', '')).trim() };
			const answer = await item.request({ method: 'PATCH', url: pathOf(item, list), body });
			return toItems([entryAbout(answer, { uuid: uuidOf(item, list) }, list.one, list.many)]);
		},
	});
