import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { door } from '../shared/door/door';
import { requestOptions } from '../shared/door/requestOptions';
import { propertiesOf } from '../shared/door/resource';
import * as listSearch from './methods/listSearch';
import * as resourceMapping from './methods/resourceMapping';
import { PRODUCTION } from './provider/environment';
import { callbell } from './provider/provider';
import { channel } from './resources/channel';
import { contact } from './resources/contact';
import { conversation } from './resources/conversation';
import { funnel } from './resources/funnel';
import { message } from './resources/message';
import { team } from './resources/team';
import { template } from './resources/template';

const resources = [message, contact, conversation, channel, team, template, funnel];

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
		requestOperations: { pagination: door(callbell, resources) },
		properties: [...propertiesOf(resources, message), requestOptions(callbell)],
	};

	methods = { listSearch, resourceMapping };
}
