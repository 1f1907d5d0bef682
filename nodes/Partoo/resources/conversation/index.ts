import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { get, getFields, getOption } from './get';
import { getAll, getAllOption } from './getAll';
import { markAsRead, markAsReadOption } from './markAsRead';
import { update, updateFields, updateOption } from './update';

export { conversationFilters } from './getAll';

export const conversationOperations: Operations = {
	'conversation.get': get,
	'conversation.getAll': getAll,
	'conversation.markAsRead': markAsRead,
	'conversation.update': update,
};

export const conversationProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['conversation'] } },
		options: [getOption, getAllOption, markAsReadOption, updateOption],
		default: 'getAll',
	},
	...getFields,
	...updateFields,
];
