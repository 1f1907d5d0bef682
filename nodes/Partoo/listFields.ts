import type { INodeProperties } from 'n8n-workflow';
import { listFields as listFieldsOf } from '../shared/listFields';

const resource = ['business', 'conversation', 'message'];

/** What all operations share that answer lists, or entries with more than ten fields. */
export const listFields: INodeProperties[] = [
	...listFieldsOf({ resource, operation: ['getAll'] }),
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: { show: { resource, operation: ['get', 'getAll'] } },
	},
];
