import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { contactFields } from './contactFields';
import { interactiveFields } from './interactiveFields';
import { markAsRead, markAsReadFields, markAsReadOption } from './markAsRead';
import { send, sendOption } from './send';
import { sendFields } from './sendFields';
import { sendInteractive, sendInteractiveOption } from './sendInteractive';
import { sendTemplate, sendTemplateOption } from './sendTemplate';
import { templateFields } from './templateFields';

export const messageOperations: Operations = {
	'message.markAsRead': markAsRead,
	'message.send': send,
	'message.sendInteractive': sendInteractive,
	'message.sendTemplate': sendTemplate,
};

export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [markAsReadOption, sendOption, sendInteractiveOption, sendTemplateOption],
		default: 'send',
	},
	...sendFields,
	contactFields,
	...interactiveFields,
	...templateFields,
	...markAsReadFields,
];
