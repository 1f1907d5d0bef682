import type { INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { listFields } from '../../../shared/input/listFields';
import { readList } from '../../provider/pages';
import { pathOf } from '../directory/directoryList';
import type { DirectoryList } from '../directory/directoryList';
import { queryOf } from '../directory/getAll';

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Available', value: 'available' },
				{ name: 'Away', value: 'away' },
			],
			default: 'available',
			description: 'Only colleagues who are available, or away',
		},
	],
};

export const getMembers = (teams: DirectoryList) =>
	defineOperation({
		name: 'Get Members',
		value: 'getMembers',
		action: 'Get members of team',
		description: 'Get the colleagues in a team and whether they are available',
		repeatable: true,
		fields: { whom: [teams.locator], what: listFields, options: [filters] },
		async run(item) {
			const url = `${pathOf(item, teams)}/members`;
			return toItems(await readList(item, 'users', queryOf(item, filters), { method: 'GET', url }));
		},
	});
