import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { withNodeErrors } from '../shared/failures/nodeError';
import { TRIGGER_VERSIONS } from '../shared/trigger/versions';
import { eventsSubtitle } from '../shared/trigger/eventFields';
import { spareCacheOfTests } from '../shared/trigger/memory/cacheOfTests';
import { eventOptions } from './webhook/form/events';
import { triggerProperties } from './webhook/form/properties';
import { receive } from './webhook/receive';
import { isRegistered, register, unregister } from './webhook/registration/register';

export class Dialog360Trigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: '360dialog Trigger',
		name: 'dialog360Trigger',
		icon: { light: 'file:../../icons/dialog360.svg', dark: 'file:../../icons/dialog360.dark.svg' },
		group: ['trigger'],
		version: TRIGGER_VERSIONS,
		subtitle: eventsSubtitle(eventOptions),
		description:
			'Starts the workflow when a WhatsApp message arrived, was delivered or failed, and on other events of 360dialog',
		defaults: { name: '360dialog Trigger' },
		inputs: [],
		outputs:
			'={{ $parameter["options"]?.["outputPerKind"] ? [{ type: "main", displayName: "Messages" }, { type: "main", displayName: "Statuses" }, { type: "main", displayName: "Other" }] : [{ type: "main" }] }}',
		credentials: [{ name: 'dialog360Api', required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', responseData: 'noData', path: 'webhook' },
		],
		properties: triggerProperties,
	};

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
