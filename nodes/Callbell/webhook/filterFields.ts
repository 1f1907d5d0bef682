import type { INodeProperties } from 'n8n-workflow';
import { OTHER } from '../../shared/words';
import { MESSAGE_CREATED, MESSAGE_STATUS_UPDATED } from './events';
import { INCOMING, OUTGOING } from './filters';

/** Filters that spare executions: a call that does not pass is answered and starts nothing. */
export const filterFields: INodeProperties[] = [
	locator('Channel', 'channelUuid', 'searchChannels', 'Only events of this channel. By ID, several can be given with commas between them. Events without a channel pass always.'),
	{
		displayName: 'Channel Kinds',
		name: 'channels',
		type: 'multiOptions',
		options: [
			{ name: 'Facebook', value: 'facebook' },
			{ name: 'Instagram', value: 'instagram' },
			{ name: 'Telegram', value: 'telegram' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
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
		default: [INCOMING],
		description: 'Which way the message went; incoming ones only without this filter',
		displayOptions: { show: { '/events': [MESSAGE_CREATED] } },
	},
	{
		displayName: 'Statuses of Updated Messages',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{ name: 'Deleted', value: 'deleted', description: 'No longer told: Meta does not support it any more' },
			{ name: 'Delivered', value: 'delivered' },
			{ name: 'Enqueued', value: 'enqueued' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Mismatch', value: 'mismatch', description: 'WhatsApp corrected the phone number' },
			{ name: 'Other', value: OTHER, description: 'Statuses that Callbell added later' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		default: ['delivered', 'failed', 'read'],
		description: 'What became of the message; delivered, failed and read without this filter',
		displayOptions: { show: { '/events': [MESSAGE_STATUS_UPDATED] } },
	},
	locator('Team', 'teamUuid', 'searchTeams', 'Only events of this team. By ID, several can be given with commas between them. Events without a team pass always.'),
];

function locator(displayName: string, name: string, searchListMethod: string, description: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 35f6f8cc-b550-4278-a2ea-099f3a4e0730' },
		],
		description,
	};
}
