import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { filtersOf, listFields } from '../../../shared/input/listFields';
import { optionalChoice, text } from '../../../shared/input/text';
import { toggle } from '../../../shared/input/toggle';
import { isNothing } from '../../../shared/input/value';
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
			return toItems(await readList(item, many, filters ? queryOf(item, filters) : {}));
		},
	});

/** What a user set of these filters, by Callbell's names, which the form has as well. */
export function queryOf(item: ItemContext, filters: INodeProperties): IDataObject {
	const given = filtersOf(item, filters);
	const texts = ((filters.options ?? []) as INodeProperties[]).map((filter) => [
		filter.name,
		filterText(filter, given[filter.name]),
	]);
	return Object.fromEntries(texts.filter(([, value]) => value !== '')) as IDataObject;
}

function filterText({ displayName, type, options = [] }: INodeProperties, value: unknown): string {
	if (type === 'options') {
		const words = (options as INodePropertyOptions[]).map((option) => String(option.value));
		return optionalChoice(displayName, value, words);
	}
	return type === 'boolean' && !isNothing(value) ? `${toggle(displayName, value)}` : text(displayName, value).trim();
}
