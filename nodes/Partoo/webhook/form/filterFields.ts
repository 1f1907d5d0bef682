import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';
import { businessLocator } from '../../fields/locators';
import { MESSAGE_CREATED, MESSAGE_UPDATED } from './events';

const senders: INodePropertyOptions[] = [
	{ name: 'Consumer', value: 'Consumer' },
	{
		name: 'Metadata',
		value: 'Metadata',
		description: 'Inbox entries that nobody wrote, e.g. that a conversation was closed',
	},
	{ name: 'Other', value: OTHER, description: 'Newer kinds of senders' },
	{
		name: 'User',
		value: 'User',
		description: 'The business: a colleague, a chatbot, the API, or somebody on the channel itself',
	},
];

/** Filters that spare executions: a call that does not pass is answered and starts nothing. */
export const filterFields: INodeProperties[] = [
	businessLocator({
		description:
			'Only events of this business. By ID, enter several separated by commas. Leads have no business ID and always pass.',
	}),
	{
		displayName: 'Channels',
		name: 'channels',
		type: 'multiOptions',
		options: [
			{ name: 'Custom', value: 'Custom' },
			{ name: 'Facebook', value: 'Facebook' },
			{ name: 'Google', value: 'Google' },
			{ name: 'Instagram', value: 'Instagram' },
			{ name: 'SMS', value: 'SMS' },
			{ name: 'WhatsApp', value: 'Whatsapp' },
		],
		default: [],
		description: 'Only messages on these channels. For a channel that is not listed use an expression.',
	},
	{
		displayName: 'Deleted Messages',
		name: 'deletedMessages',
		type: 'options',
		options: [
			{ name: 'Exclude', value: 'exclude' },
			{ name: 'Include', value: 'include' },
			{ name: 'Only', value: 'only' },
		],
		default: 'exclude',
		description:
			'Whether a message that the customer deleted starts the workflow; without this filter it does, with isDeleted set to true',
	},
	{
		displayName: 'Ignore Automated Messages',
		name: 'ignoreAutomated',
		type: 'boolean',
		default: true,
		description: 'Whether to ignore messages that an automation of Partoo sent, so that a bot does not answer itself',
	},
	{
		displayName: 'Ignore Repeated Failures',
		name: 'ignoreRepeatedFailures',
		type: 'boolean',
		default: true,
		description:
			'Whether to ignore a message that fails again within 24 hours, so that a workflow retries each failed message only once. Forgotten when n8n restarts.',
		displayOptions: { show: { '/events': [MESSAGE_UPDATED] } },
	},
	{
		displayName: 'Senders (Received)',
		name: 'senders',
		type: 'multiOptions',
		options: senders,
		default: ['Consumer'],
		description: 'Who wrote the message; without this filter only Consumer',
		displayOptions: { show: { '/events': [MESSAGE_CREATED] } },
	},
	{
		displayName: 'Senders (Delivered or Failed)',
		name: 'updatedSenders',
		type: 'multiOptions',
		options: senders,
		default: ['Consumer', 'User'],
		description: 'Who wrote the message; without this filter Consumer and User',
		displayOptions: { show: { '/events': [MESSAGE_UPDATED] } },
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Delivered', value: 'Success' },
			{ name: 'Failed', value: 'Failed' },
			{ name: 'Other', value: OTHER, description: 'Newer statuses' },
			{ name: 'Sending', value: 'Sending', description: 'A retry began' },
		],
		default: ['Failed', 'Success'],
		description: 'The status of the message; without this filter Delivered and Failed',
		displayOptions: { show: { '/events': [MESSAGE_UPDATED] } },
	},
];
