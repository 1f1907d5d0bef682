import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { listFields } from '../shared/input/listFields';
import { door } from '../shared/door/door';
import { requestOptions } from '../shared/door/requestOptions';
import { PRODUCTION } from './provider/environment';
import * as listSearch from './methods/listSearch';
import * as resourceMapping from './methods/resourceMapping';
import { optionFields } from './fields/common';
import { dialog360 } from './provider/provider';
import { accountOperations, accountProperties } from './resources/account';
import { mediaOperations, mediaProperties } from './resources/media';
import { messageOperations, messageProperties } from './resources/message';
import { templateOperations, templateProperties } from './resources/template';

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
				...accountOperations,
				...mediaOperations,
				...messageOperations,
				...templateOperations,
			}),
		},
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Account', value: 'account' },
					{ name: 'Media', value: 'media' },
					{ name: 'Message', value: 'message' },
					{ name: 'Template', value: 'template' },
				],
				default: 'message',
				routing: { send: { paginate: true } },
			},
			...messageProperties,
			...templateProperties,
			...mediaProperties,
			...accountProperties,
			...listFields({ operation: ['getAll', 'getAllBlocked'] }),
			optionFields,
			requestOptions(dialog360),
		],
	};

	methods = { listSearch, resourceMapping };
}
