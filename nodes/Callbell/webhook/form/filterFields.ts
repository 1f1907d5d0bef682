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
	{ name: 'Deleted', value: 'deleted', description: 'No longer told: Meta does not support it any more' },
	{ name: 'Delivered', value: 'delivered' },
	{ name: 'Enqueued', value: 'enqueued' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'Mismatch', value: 'mismatch', description: 'WhatsApp corrected the phone number' },
	{ name: 'Other', value: OTHER, description: 'Statuses that Callbell added later' },
	{ name: 'Read', value: 'read' },
	{ name: 'Sent', value: 'sent' },
];

/** Filters that spare executions: a call that does not pass is answered and starts nothing. */
export const filterFields: INodeProperties[] = [
	channelLocator({
		description:
			'Only events of this channel. By UUID, several can be given with commas between them. Events without a channel pass always.',
	}),
	{
		displayName: 'Channel Kinds',
		name: 'channels',
		type: 'multiOptions',
		options: CHANNEL_KINDS,
		default: [],
		description: 'Only events of these kinds of channels. A kind that is not listed can be given by expression.',
	},
	{
		displayName: 'Directions of Created Messages',
		name: 'directions',
		type: 'multiOptions',
		options: [
			{ name: 'Incoming', value: INCOMING },
			{ name: 'Outgoing', value: OUTGOING, description: 'What colleagues, bots, and workflows like this one sent' },
		],
		default: [...DEFAULT_DIRECTIONS],
		description: 'Which way the message went; incoming ones only without this filter',
		displayOptions: { show: { '/events': [MESSAGE_CREATED] } },
	},
	{
		displayName: 'Statuses of Updated Messages',
		name: 'statuses',
		type: 'multiOptions',
		options: statusOptions,
		default: [...DEFAULT_STATUSES],
		description: 'What became of the message; delivered, failed and read without this filter',
		displayOptions: { show: { '/events': [MESSAGE_STATUS_UPDATED] } },
	},
	teamLocator({
		description:
			'Only events of this team. By UUID, several can be given with commas between them. Events without a team pass always.',
	}),
];
