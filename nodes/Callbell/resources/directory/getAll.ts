import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { listFields } from '../../../shared/input/listFields';
import { readList } from '../../provider/pages';
import type { DirectoryList } from './directoryList';

/**
 * The operation that lists all of a kind.
 *
 * @param filters that this list knows; see {@link queryOf}
 */
export const getAll = ({ many }: Pick<DirectoryList, 'many'>, filters?: INodeProperties) =>
	defineOperation({
		name: 'Get Many',
		value: 'getAll',
		action: `Get many ${many}`,
		description: `Get the ${many} of the account`,
		request: { method: 'GET', url: `/${many}` },
		repeatable: true,
		fields: { what: listFields, options: filters ? [filters] : [] },
		async run(item) {
			return toItems(await readList(item, many, filters ? queryOf(item) : {}));
		},
	});

/** The filters that a user added, by Callbell's names, which the form has as well. */
export function queryOf(item: ItemContext): IDataObject {
	const given = Object.entries(item.param<IDataObject>('filters', {}));
	return Object.fromEntries(given.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]));
}
