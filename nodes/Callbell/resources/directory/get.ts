import { defineOperation, toItems } from '../../../shared/door/operation';
import { entryOf } from '../../provider/answers';
import { pathOf } from './directoryList';
import type { DirectoryList } from './directoryList';

/** The operation that reads one of a kind. */
export const get = (list: DirectoryList) =>
	defineOperation({
		name: 'Get',
		value: 'get',
		action: `Get ${list.one}`,
		description: `Get a ${list.one} by its UUID`,
		repeatable: true,
		fields: { whom: [list.locator] },
		async run(item) {
			const answer = await item.request({ method: 'GET', url: pathOf(item, list) });
			return toItems([entryOf(answer, list.one, list.many)]);
		},
	});
