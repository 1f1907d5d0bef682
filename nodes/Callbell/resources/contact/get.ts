import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { findContact } from './findContact';
import { readList } from '../../provider/pages';
import { contactOutput } from './simplify';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get a contact by its UUID, phone number or BSUID',
	repeatable: true,
	async run(item) {
		return toItems([contactOutput(item, await findContact(item, typesOf(item)))]);
	},
});

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get contacts, those with the most recent conversation first',
	request: { method: 'GET', url: '/contacts' },
	repeatable: true,
	async run(item) {
		const { source, tags } = item.param<{ source?: string; tags?: unknown }>('filters', {});
		const qs = {
			source: source || undefined,
			tags: (Array.isArray(tags) ? tags.join(',') : String(tags ?? '').trim()) || undefined,
			team_uuid: item.param('filters.teamId', '').trim() || undefined,
			...typesOf(item),
		};
		return toItems((await readList(item, '/contacts', 'contacts', qs)).map((contact) => contactOutput(item, contact)));
	},
});

/** The types of custom fields are no part of the simple form. */
function typesOf(item: ItemContext): IDataObject {
	return item.param('simplify', true) ? {} : { include_field_types: 'true' };
}
