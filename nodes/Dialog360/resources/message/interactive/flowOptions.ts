import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../../fields/common';

/** The version of flow messages that WhatsApp documents. */
export const MESSAGE_VERSION = '3';

/** How a flow begins, and what comes back with its answer. */
export const flowOptions: INodeProperties[] = [
	{
		displayName: 'Flow Action',
		name: 'flowAction',
		type: 'options',
		options: [
			{ name: 'Data Exchange', value: 'data_exchange', description: "The flow's endpoint chooses the first screen" },
			{ name: 'Navigate', value: 'navigate', description: 'The flow starts with Flow Screen' },
		],
		default: 'navigate',
	},
	{
		displayName: 'Flow Data',
		name: 'flowData',
		type: 'json',
		default: '{}',
		description: 'JSON object with the data of the first screen',
	},
	textField('Flow Message Version', 'flowMessageVersion', { default: MESSAGE_VERSION }),
	{
		displayName: 'Flow Mode',
		name: 'flowMode',
		type: 'options',
		options: [
			{ name: 'Draft', value: 'draft' },
			{ name: 'Published', value: 'published' },
		],
		default: 'published',
		description: 'A draft can be sent for testing',
	},
	textField('Flow Screen', 'flowScreen', {
		placeholder: 'e.g. WELCOME',
		description: 'The first screen',
	}),
	textField('Flow Token', 'flowToken', {
		description: 'Returned with the answer, to tell what it belongs to',
	}),
];
