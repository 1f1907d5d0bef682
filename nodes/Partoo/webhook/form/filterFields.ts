import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';
import { businessLocator } from '../../fields/locators';
import { MESSAGE_CREATED, MESSAGE_UPDATED } from './events';

const senders: INodePropertyOptions[] = [
	{ name: 'Consumer', value: 'Consumer' },
	{
		name: 'Metadata',
		value: 'Metadata',
		description: 'Entries of the inbox that nobody wrote, e.g. that a conversation was closed',
	},
	{ name: 'Other', value: OTHER, description: 'Senders that Partoo added later' },
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
			'Only events of this business. By ID, several can be given with commas between them. Leads carry no business ID and pass always.',
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
		description: 'Only messages on these channels. A channel that is not listed can be given by expression.',
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
			'Whether a message that its consumer deleted starts the workflow; without this filter it does, with isDeleted set to true',
	},
	{
		displayName: 'Ignore Automated Messages',
		name: 'ignoreAutomated',
		type: 'boolean',
		default: true,
		description:
			'Whether messages that an automation of Partoo sent start nothing, so that a bot does not answer itself',
	},
	{
		displayName: 'Ignore Repeated Failures',
		name: 'ignoreRepeatedFailures',
		type: 'boolean',
		default: true,
		description:
			'Whether a message that fails again within 24 hours starts nothing, so that a workflow which retries failed messages retries each once. Forgotten when n8n restarts.',
		displayOptions: { show: { '/events': [MESSAGE_UPDATED] } },
	},
	{
		displayName: 'Senders of Created Messages',
		name: 'senders',
		type: 'multiOptions',
		options: senders,
		default: ['Consumer'],
		description: 'Who wrote the message; consumers only without this filter',
		displayOptions: { show: { '/events': [MESSAGE_CREATED] } },
	},
	{
		displayName: 'Senders of Updated Messages',
		name: 'updatedSenders',
		type: 'multiOptions',
		options: senders,
		default: ['Consumer', 'User'],
		description: 'Who wrote the message; consumers and users without this filter',
		displayOptions: { show: { '/events': [MESSAGE_UPDATED] } },
	},
	{
		displayName: 'Statuses of Updated Messages',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Delivered', value: 'Success' },
			{ name: 'Failed', value: 'Failed' },
			{ name: 'Other', value: OTHER, description: 'Statuses that Partoo added later' },
			{ name: 'Sending', value: 'Sending', description: 'A retry began' },
		],
		default: ['Failed', 'Success'],
		description: 'What became of the message; delivered and failed without this filter',
		displayOptions: { show: { '/events': [MESSAGE_UPDATED] } },
	},
];
