import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { door } from '../shared/door/door';
import { requestOptions } from '../shared/door/requestOptions';
import { PRODUCTION } from './provider/environment';
import { listFields } from './fields/common';
import * as listSearch from './methods/listSearch';
import { partoo } from './provider/provider';
import { businessOperations, businessProperties } from './resources/business';
import { conversationFilters, conversationOperations, conversationProperties } from './resources/conversation';
import { customChannelOperations, customChannelProperties } from './resources/customChannel';
import { messageOperations, messageProperties } from './resources/message';

export class Partoo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Partoo',
		name: 'partoo',
		icon: { light: 'file:../../icons/partoo.svg', dark: 'file:../../icons/partoo.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Send and follow messages on Facebook, Instagram, SMS, WhatsApp and custom channels with Partoo',
		defaults: { name: 'Partoo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'partooApi', required: true }],
		// The door puts the credential's address in its place: an expression here would be evaluated twice for each item.
		requestDefaults: { baseURL: PRODUCTION },
		requestOperations: {
			pagination: door(partoo, {
				...businessOperations,
				...conversationOperations,
				...customChannelOperations,
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
					{ name: 'Business', value: 'business' },
					{ name: 'Conversation', value: 'conversation' },
					{ name: 'Custom Channel', value: 'customChannel' },
					{ name: 'Message', value: 'message' },
				],
				default: 'message',
				routing: { send: { paginate: true } },
			},
			...businessProperties,
			...conversationProperties,
			...customChannelProperties,
			...messageProperties,
			...listFields,
			...conversationFilters,
			requestOptions(partoo),
		],
	};

	methods = { listSearch };
}
