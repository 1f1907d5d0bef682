import { defineOperation, toItems } from '../../../shared/door/operation';
import { entryAbout } from '../../provider/answers';
import { pathOf, uuidOf } from './directoryList';
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
			return toItems([entryAbout(answer, { uuid: uuidOf(item, list) }, list.one, list.many)]);
		},
	});
