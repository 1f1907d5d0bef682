import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { door } from '../shared/door/door';
import { requestOptions } from '../shared/door/requestOptions';
import { propertiesOf } from '../shared/door/resource';
import * as listSearch from './methods/listSearch';
import * as resourceMapping from './methods/resourceMapping';
import { PRODUCTION } from './provider/environment';
import { dialog360 } from './provider/provider';
import { account } from './resources/account';
import { media } from './resources/media';
import { message } from './resources/message';
import { answered, answerWebhooks } from './resources/message/question/answered';
import { ask } from './resources/message/question/ask';
import { template } from './resources/template';

const resources = [message, template, media, account];
const throughDoor = door(dialog360, resources);

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
		webhooks: answerWebhooks,
		// The door puts the credential's address in its place: an expression here would be evaluated twice for each item.
		requestDefaults: { baseURL: PRODUCTION },
		requestOperations: { pagination: throughDoor },
		properties: [...propertiesOf(resources, message), requestOptions(dialog360, true)],
	};

	methods = { listSearch, resourceMapping };

	customOperations = {
		message: {
			async sendAndWait(this: IExecuteFunctions) {
				return await ask(this, throughDoor);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answered(this);
	}
}
