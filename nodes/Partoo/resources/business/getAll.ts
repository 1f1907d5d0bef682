import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { collect, pages } from '../../../shared/pagination';
import { businessPage } from '../../businesses';
import type { BusinessPlace } from '../../businesses';
import { ORGANIZATION_ID } from '../../environment';
import { limitOf, MAX_PER_PAGE, numberedPage } from '../../lists';

export const getAllOption: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many businesses',
	description: 'Get the businesses that the key may see, those with messaging first',
	routing: { request: { method: 'GET', url: '/business/search', qs: { org_id: ORGANIZATION_ID } } },
};

export const getAll: Operation = {
	kind: 'read',
	async run(call) {
		const query = String(call.param('search', '')).trim() || undefined;
		const list = pages<BusinessPlace>(async (place = { group: 'messaging', page: 1 }) =>
			businessPage(place, async (qs) =>
				numberedPage(
					await call.request({ ...call.routed, qs: { ...call.routed.qs, ...qs, query, per_page: MAX_PER_PAGE } }),
					'businesses',
				),
			),
		);
		const found = await collect(list, limitOf(call));
		return toItems(call.param('simplify', true) ? found.map(simplify) : found);
	},
};

function simplify(business: IDataObject): IDataObject {
	const { id, name, code, status, address_full, city, zipcode, country, org_id, features } = business;
	return { id, name, code, status, address_full, city, zipcode, country, org_id, features };
}

export const getAllFields: INodeProperties[] = [
	{
		displayName: 'Search',
		name: 'search',
		type: 'string',
		default: '',
		placeholder: 'e.g. Paris',
		description: 'Only businesses whose name, city or zip code is like this; empty for all',
		displayOptions: { show: { resource: ['business'], operation: ['getAll'] } },
	},
];
