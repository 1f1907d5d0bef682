import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { channelLocator, funnelLocator, teamLocator } from '../../fields/locators';
import { moveContact, moveContactOption } from './moveContact';
import { directoryOperations as common } from './operations';
import { DIRECTORY_LISTS } from './directoryLists';
import type { DirectoryList } from './directoryLists';

export const directoryOperations: Operations = { ...common, 'funnel.moveContact': moveContact };

function getAllOption(many: string): INodePropertyOptions {
	return {
		name: 'Get Many',
		value: 'getAll',
		action: `Get many ${many}`,
		description: `Get the ${many} of the account`,
		routing: { request: { method: 'GET', url: `/${many}` } },
	};
}

const optionsOf = ({ one, many, title }: DirectoryList): INodePropertyOptions[] => [
	{
		name: 'Get',
		value: 'get',
		action: `Get ${one}`,
		description: `Get a ${one} by its UUID`,
		routing: { request: { method: 'GET' } },
	},
	getAllOption(many),
	...(one === 'team'
		? [
				{
					name: 'Get Members',
					value: 'getMembers',
					action: 'Get members of team',
					description: 'Get the colleagues of a team and whether they are available',
					routing: { request: { method: 'GET' as const } },
				},
			]
		: []),
	{
		name: 'Rename',
		value: 'rename',
		action: `Rename ${one}`,
		description: `Change the ${title} of a ${one}`,
		routing: { request: { method: 'PATCH' } },
	},
];

const operationField = (resource: string, options: INodePropertyOptions[]): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options,
	default: 'getAll',
});

export const directoryProperties: INodeProperties[] = [
	...DIRECTORY_LISTS.map((thing) => operationField(thing.one, optionsOf(thing))),
	operationField('funnel', [getAllOption('funnels'), moveContactOption]),
	channelLocator({ required: true, displayOptions: { show: { resource: ['channel'], operation: ['get', 'rename'] } } }),
	teamLocator({
		required: true,
		displayOptions: { show: { resource: ['team'], operation: ['get', 'getMembers', 'rename'] } },
	}),
	funnelLocator({ required: true, displayOptions: { show: { resource: ['funnel'], operation: ['moveContact'] } } }),
];
