import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { checkFilter, isSimplified, limitOf, listFields, simplifyField } from '../../../shared/input/listFields';
import { text } from '../../../shared/input/text';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collect, pages } from '../../../shared/transport/pages';
import { businessPage } from './businessPage';
import type { BusinessPlace } from './businessPage';
import { ORGANIZATION_ID } from '../../provider/environment';
import { MAX_PER_PAGE, numberedPage } from '../../provider/pages';

const search: INodeProperties = {
	displayName: 'Search',
	name: 'search',
	type: 'string',
	default: '',
	placeholder: 'e.g. Paris',
	description: 'Only businesses whose name, city or zip code is similar to this; leave empty for all',
};

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many businesses',
	description: 'Get the businesses that the key can see, those with messaging first',
	request: { method: 'GET', url: '/business/search', qs: { org_id: ORGANIZATION_ID } },
	repeatable: true,
	fields: { what: [search, ...listFields, simplifyField] },
	async run(item) {
		const given = item.param<unknown>('search', '');
		checkFilter(item, 'Search', 'search', given);
		const query = text('Search', given).trim() || undefined;
		const list = pages<BusinessPlace>(async (place = { group: 'messaging', page: 1 }) =>
			businessPage(place, async (qs) =>
				numberedPage(
					await item.request({ ...item.routed, qs: { ...item.routed.qs, ...qs, query, per_page: MAX_PER_PAGE } }),
					'businesses',
				),
			),
		);
		const found = await collect(item, list, limitOf(item));
		return toItems(isSimplified(item) ? found.map(simplify) : found);
	},
});

function simplify(business: IDataObject): IDataObject {
	const { id, name, code, status, address_full, city, zipcode, country, org_id, features } = business;
	return { id, name, code, status, address_full, city, zipcode, country, org_id, features };
}
