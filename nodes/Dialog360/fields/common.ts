import type { INodeProperties } from 'n8n-workflow';
import { downloadOptions } from '../resources/media/download';
import { messageOptions } from '../resources/message/optionFields';
import { createOptions } from '../resources/template/createOptions';

/** One field for the options of all operations; each option is offered where it means something. */
export const optionFields: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: {
		show: {
			operation: ['send', 'sendInteractive', 'sendTemplate', 'markAsRead', 'create', 'download', 'block', 'unblock'],
		},
	},
	options: [...messageOptions, ...createOptions, ...downloadOptions],
};
