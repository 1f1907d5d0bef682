import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { door } from '../shared/request';
import { requestOptions } from '../shared/requestOptions';
import { PRODUCTION } from './environment';
import { dialog360 } from './provider';
import { messageOperations, messageOptions, messageProperties } from './resources/message';

export class Dialog360 implements INodeType {
	description: INodeTypeDescription = {
		displayName: '360dialog',
		name: 'dialog360',
		icon: { light: 'file:../../icons/dialog360.svg', dark: 'file:../../icons/dialog360.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send WhatsApp messages and templates, and manage media and the number, with 360dialog',
		defaults: { name: '360dialog' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'dialog360Api', required: true }],
		// The door puts the credential's address in its place: an expression here would be evaluated twice for each item.
		requestDefaults: { baseURL: PRODUCTION },
		requestOperations: {
			pagination: door(dialog360, {
				...messageOperations,
			}),
		},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Message', value: 'message' },
				],
				default: 'message',
				routing: { send: { paginate: true } },
			},
			...messageProperties,
			messageOptions,
			requestOptions(dialog360),
		],
	};
}
