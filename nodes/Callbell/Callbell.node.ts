import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { door } from '../shared/request';
import { requestOptions } from '../shared/requestOptions';
import { PRODUCTION } from './environment';
import * as listSearch from './methods/listSearch';
import * as resourceMapping from './methods/resourceMapping';
import { optionFields } from './optionFields';
import { callbell } from './provider';
import { messageOperations, messageProperties } from './resources/message';

export class Callbell implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Callbell',
		name: 'callbell',
		icon: { light: 'file:../../icons/callbell.svg', dark: 'file:../../icons/callbell.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send messages and templates on WhatsApp, Facebook, Instagram and Telegram, and manage contacts, with Callbell',
		defaults: { name: 'Callbell' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'callbellApi', required: true }],
		// The door puts the credential's address in its place: an expression here would be evaluated twice for each item.
		requestDefaults: { baseURL: PRODUCTION },
		requestOperations: {
			pagination: door(callbell, {
				...messageOperations,
			}),
		},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Message', value: 'message' }],
				default: 'message',
				routing: { send: { paginate: true } },
			},
			...messageProperties,
			...optionFields,
			requestOptions(callbell),
		],
	};

	methods = { listSearch, resourceMapping };
}
