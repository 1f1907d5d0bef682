import type { INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { list } from '../../../shared/input/list';
import { optionalChoice } from '../../../shared/input/text';
import { filtersOf, listFields, simplifyField } from '../../../shared/input/listFields';
import { CHANNEL_KINDS, CHANNEL_WORDS } from '../../fields/channelKinds';
import { optionalUuid, teamLocator } from '../../fields/locators';
import { readList } from '../../provider/pages';
import { contactOutput, fieldTypes } from './simplify';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Source',
			name: 'source',
			type: 'options',
			options: CHANNEL_KINDS,
			default: 'whatsapp',
			description: 'Only contacts on this kind of channel',
		},
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. vip, newsletter',
			description: 'Only contacts with one of these tags',
		},
		teamLocator({ description: 'Only contacts of this team' }),
	],
};

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get contacts, those with the most recent conversation first',
	request: { method: 'GET', url: '/contacts' },
	repeatable: true,
	fields: { what: [...listFields, simplifyField], options: [filters] },
	async run(item) {
		const { source, tags } = filtersOf(item, filters);
		const contacts = await readList(item, 'contacts', {
			source: optionalChoice('Source', source, CHANNEL_WORDS) || undefined,
			tags: list('Tags', tags).join(',') || undefined,
			team_uuid: optionalUuid('Team', item.param('filters.teamId', '')) || undefined,
			...fieldTypes(item),
		});
		return toItems(contacts.map((contact) => contactOutput(item, contact)));
	},
});
