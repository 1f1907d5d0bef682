import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { withNodeErrors } from '../shared/failures/nodeError';
import { TRIGGER_VERSIONS } from '../shared/trigger/versions';
import { searchChannels, searchTeams } from './methods/listSearch';
import { eventsSubtitle } from '../shared/trigger/eventFields';
import { spareCacheOfTests } from '../shared/trigger/memory/cacheOfTests';
import { eventOptions } from './webhook/form/events';
import { triggerProperties } from './webhook/form/properties';
import { receive } from './webhook/receive';
import { register, unregister } from './webhook/registration/register';

export class CallbellTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Callbell Trigger',
		name: 'callbellTrigger',
		icon: { light: 'file:../../icons/callbell.svg', dark: 'file:../../icons/callbell.dark.svg' },
		group: ['trigger'],
		version: TRIGGER_VERSIONS,
		subtitle: eventsSubtitle(eventOptions),
		description: 'Starts the workflow when a message arrived, was delivered or failed, and on other events of Callbell',
		defaults: { name: 'Callbell Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'callbellApi', required: true }],
		webhooks: [
			// Empty response data let the node say what is answered.
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: '', path: 'webhook' },
			// Callbell checks the connection now and then, in a way that it does not document.
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', responseData: '', path: 'webhook' },
		],
		properties: triggerProperties,
	};

	methods = { listSearch: { searchChannels, searchTeams } };

	webhookMethods = {
		default: {
			/**
			 * Never known: Callbell has no request for it. Setting the webhook again does no harm, and wakes one that was
			 * switched off.
			 */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await withNodeErrors(this.getNode(), async () => await register(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				spareCacheOfTests(this);
				return await withNodeErrors(this.getNode(), async () => await unregister(this));
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
