import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { create, createOption } from './create';
import { createFields } from './createFields';
import { deleteOption, deleteTemplate } from './delete';
import { get, getOption } from './get';
import { getAll, getAllFields, getAllOption } from './getAll';

export const templateOperations: Operations = {
	'template.create': create,
	'template.delete': deleteTemplate,
	'template.get': get,
	'template.getAll': getAll,
};

export const templateProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['template'] } },
		options: [createOption, deleteOption, getOption, getAllOption],
		default: 'getAll',
	},
	...createFields,
	...getAllFields,
];
