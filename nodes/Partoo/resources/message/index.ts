import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { getAll, getAllOption } from './getAll';
import { retry, retryFields, retryOption } from './retry';
import { send, sendOption } from './send';
import { sendFields } from './sendFields';

export const messageOperations: Operations = {
	'message.getAll': getAll,
	'message.retry': retry,
	'message.send': send,
};

export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [getAllOption, retryOption, sendOption],
		default: 'send',
	},
	...sendFields,
	...retryFields,
];
