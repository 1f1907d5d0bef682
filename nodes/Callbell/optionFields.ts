import type { INodeProperties } from 'n8n-workflow';
import { channelLocator } from './locators';
import { messageOptions } from './resources/message/optionFields';

/** The optional fields of sends. */
export const optionFields: INodeProperties[] = [
	channelLocator({
		description: "The channel to send from; empty for the account's main one of its kind",
		displayOptions: { show: { resource: ['message'], operation: ['send', 'sendTemplate'] } },
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { resource: ['message'], operation: ['send', 'sendTemplate'] } },
		options: messageOptions,
	},
];
