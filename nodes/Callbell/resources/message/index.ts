import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { deleteMessage, deleteOption, messageIdField } from './delete';
import { getStatus, getStatusOption } from './getStatus';
import { send, sendOption } from './send';
import { sendFields } from './sendFields';
import { sendTemplate, sendTemplateOption } from './sendTemplate';
import { templateFields } from './templateFields';

export const messageOperations: Operations = {
	'message.delete': deleteMessage,
	'message.getStatus': getStatus,
	'message.send': send,
	'message.sendTemplate': sendTemplate,
};

export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [deleteOption, getStatusOption, sendOption, sendTemplateOption],
		default: 'send',
	},
	...sendFields,
	...templateFields,
	messageIdField,
];
