import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';
import { CHANNEL_KINDS } from '../../fields/channelKinds';
import { channelLocator, teamLocator } from '../../fields/locators';
import { INCOMING, MESSAGE_CREATED, MESSAGE_STATUS_UPDATED, OUTGOING } from './events';

/** What starts a workflow where the user says nothing else; a filter that is added begins with the same. */
export const DEFAULT_DIRECTIONS = [INCOMING];
export const DEFAULT_STATUSES = ['delivered', 'failed', 'read'];

/** Of messages that went out. */
export const statusOptions: INodePropertyOptions[] = [
	{ name: 'Deleted', value: 'deleted', description: 'No longer reported: Meta does not support it any more' },
	{ name: 'Delivered', value: 'delivered' },
	{ name: 'Enqueued', value: 'enqueued' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'Mismatch', value: 'mismatch', description: 'WhatsApp corrected the phone number' },
	{ name: 'Other', value: OTHER, description: 'Newer statuses' },
	{ name: 'Read', value: 'read' },
	{ name: 'Sent', value: 'sent' },
];

/** Filters that spare executions: a call that does not pass is answered and starts nothing. */
export const filterFields: INodeProperties[] = [
	channelLocator({
		description:
			'Only events of this channel. By UUID, enter several separated by commas. Events without a channel always pass.',
	}),
	{
		displayName: 'Channel Kinds',
		name: 'channels',
		type: 'multiOptions',
		options: CHANNEL_KINDS,
		default: [],
		description: 'Only events of these kinds of channels. For a kind that is not listed use an expression.',
	},
	{
		displayName: 'Directions',
		name: 'directions',
		type: 'multiOptions',
		options: [
			{ name: 'Incoming', value: INCOMING },
			{
				name: 'Outgoing',
				value: OUTGOING,
				description: 'Messages that colleagues, bots and workflows like this one sent',
			},
		],
		default: [...DEFAULT_DIRECTIONS],
		description: 'Which way the message went; without this filter only Incoming',
		displayOptions: { show: { '/events': [MESSAGE_CREATED] } },
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: statusOptions,
		default: [...DEFAULT_STATUSES],
		description: 'The status of the message; without this filter Delivered, Failed and Read',
		displayOptions: { show: { '/events': [MESSAGE_STATUS_UPDATED] } },
	},
	teamLocator({
		description:
			'Only events of this team. By UUID, enter several separated by commas. Events without a team always pass.',
	}),
];
