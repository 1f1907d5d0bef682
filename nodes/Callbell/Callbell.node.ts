import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { door } from '../shared/door/door';
import { requestOptions } from '../shared/door/requestOptions';
import { commonFields } from './fields/common';
import { PRODUCTION } from './provider/environment';
import * as listSearch from './methods/listSearch';
import * as resourceMapping from './methods/resourceMapping';
import { callbell } from './provider/provider';
import { contactOperations, contactProperties } from './resources/contact';
import { conversationOperations, conversationProperties } from './resources/conversation';
import { directoryOperations, directoryProperties } from './resources/directory';
import { messageOperations, messageProperties } from './resources/message';

export class Callbell implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Callbell',
		name: 'callbell',
		icon: { light: 'file:../../icons/callbell.svg', dark: 'file:../../icons/callbell.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Send messages and templates on WhatsApp, Facebook, Instagram and Telegram, and manage contacts, with Callbell',
		defaults: { name: 'Callbell' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'callbellApi', required: true }],
		// The door puts the credential's address in its place: an expression here would be evaluated twice for each item.
		requestDefaults: { baseURL: PRODUCTION },
		requestOperations: {
			pagination: door(callbell, {
				...contactOperations,
				...conversationOperations,
				...directoryOperations,
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
					{ name: 'Channel', value: 'channel' },
					{ name: 'Contact', value: 'contact' },
					{ name: 'Conversation', value: 'conversation' },
					{ name: 'Funnel', value: 'funnel' },
					{ name: 'Message', value: 'message' },
					{ name: 'Team', value: 'team' },
					{ name: 'Template', value: 'template' },
				],
				default: 'message',
				routing: { send: { paginate: true } },
			},
			...messageProperties,
			...contactProperties,
			...conversationProperties,
			...directoryProperties,
			...commonFields,
			requestOptions(callbell),
		],
	};

	methods = { listSearch, resourceMapping };
}
