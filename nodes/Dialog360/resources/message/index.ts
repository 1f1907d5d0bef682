import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/operation';
import { contactFields } from './contactFields';
import { interactiveFields } from './interactiveFields';
import { markAsRead, markAsReadFields, markAsReadOption } from './markAsRead';
import { optionFields } from './optionFields';
import { send, sendOption } from './send';
import { sendFields } from './sendFields';
import { sendInteractive, sendInteractiveOption } from './sendInteractive';

export const messageOperations: Operations = {
	'message.markAsRead': markAsRead,
	'message.send': send,
	'message.sendInteractive': sendInteractive,
};

export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [markAsReadOption, sendOption, sendInteractiveOption],
		default: 'send',
	},
	...sendFields,
	contactFields,
	...interactiveFields,
	...markAsReadFields,
];

/** Last of all fields; other resources share it. */
export const messageOptions = optionFields;
