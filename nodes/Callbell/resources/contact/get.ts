import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { findContact } from '../../contacts';
import { readList } from '../../lists';
import { contactOutput } from './simplify';

export const getOption: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get contact',
	description: 'Get a contact by its UUID, phone number or BSUID',
	routing: { request: { method: 'GET' } },
};

export const getAllOption: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get contacts, those with the most recent conversation first',
	routing: { request: { method: 'GET', url: '/contacts' } },
};

export const get: Operation = {
	kind: 'read',
	async run(call) {
		return toItems([contactOutput(call, await findContact(call, typesOf(call)))]);
	},
};

export const getAll: Operation = {
	kind: 'read',
	async run(call) {
		const { source, tags } = call.param<{ source?: string; tags?: unknown }>('filters', {});
		const qs = {
			source: source || undefined,
			tags: (Array.isArray(tags) ? tags.join(',') : String(tags ?? '').trim()) || undefined,
			team_uuid: call.param('filters.teamId', '').trim() || undefined,
			...typesOf(call),
		};
		return toItems((await readList(call, '/contacts', 'contacts', qs)).map((contact) => contactOutput(call, contact)));
	},
};

/** The types of custom fields are no part of the simple form. */
function typesOf(call: Call): IDataObject {
	return call.param('simplify', true) ? {} : { include_field_types: 'true' };
}
