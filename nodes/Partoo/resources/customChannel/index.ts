import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { ingest, ingestOption } from './ingest';
import { ingestFields } from './ingestFields';

export const customChannelOperations: Operations = { 'customChannel.ingest': ingest };

export const customChannelProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['customChannel'] } },
		options: [ingestOption],
		default: 'ingest',
	},
	...ingestFields,
];
