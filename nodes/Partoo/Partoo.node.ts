import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { door } from '../shared/door/door';
import { propertiesOf } from '../shared/door/resource';
import { requestOptions } from '../shared/door/requestOptions';
import { PRODUCTION } from './provider/environment';
import * as listSearch from './methods/listSearch';
import { partoo } from './provider/provider';
import { business } from './resources/business';
import { conversation } from './resources/conversation';
import { customChannel } from './resources/customChannel';
import { message } from './resources/message';

const resources = [business, conversation, customChannel, message];

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
		requestOperations: { pagination: door(partoo, resources) },
		properties: [...propertiesOf(resources, message), requestOptions(partoo)],
	};

	methods = { listSearch };
}
