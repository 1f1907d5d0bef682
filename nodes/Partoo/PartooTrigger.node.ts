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
import { searchBusinesses } from './methods/listSearch';
import { eventsSubtitle } from '../shared/trigger/eventFields';
import { spareCacheOfTests } from '../shared/trigger/memory/cacheOfTests';
import { eventOptions } from './webhook/form/events';
import { triggerProperties } from './webhook/form/properties';
import { receive } from './webhook/receive';
import { isRegistered, register, unregister } from './webhook/registration/register';

export class PartooTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Partoo Trigger',
		name: 'partooTrigger',
		icon: { light: 'file:../../icons/partoo.svg', dark: 'file:../../icons/partoo.dark.svg' },
		group: ['trigger'],
		version: TRIGGER_VERSIONS,
		subtitle: eventsSubtitle(eventOptions),
		description: 'Starts the workflow when a message was delivered, failed or arrived, and on other events of Partoo',
		defaults: { name: 'Partoo Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'partooApi', required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' },
		],
		properties: triggerProperties,
	};

	methods = { listSearch: { searchBusinesses } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await withNodeErrors(this.getNode(), async () => await isRegistered(this));
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
