import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { getAll, getAllFields, getAllOption } from './getAll';

export const businessOperations: Operations = { 'business.getAll': getAll };

export const businessProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['business'] } },
		options: [getAllOption],
		default: 'getAll',
	},
	...getAllFields,
];
