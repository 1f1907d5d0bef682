import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { CHANNEL_KINDS } from './channelKinds';
import { channelLocator, teamLocator } from './locators';
import { messageOptions } from '../resources/message/optionFields';

const LISTS = ['getAll', 'getMessages', 'getMembers'];
const onResource = (...resource: string[]): { displayOptions: IDisplayOptions } => ({
	displayOptions: { show: { '/resource': resource } },
});

/** One field for what several operations share. */
export const commonFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. John Doe',
		description: 'The name that colleagues see in Callbell',
		displayOptions: { show: { resource: ['contact', 'template', 'channel', 'team'], operation: ['create', 'rename'] } },
	},
	channelLocator({
		description:
			"The channel of a message, of a new contact, or on which a contact is looked for by phone number. Where it is empty, Callbell takes the account's main one of its kind.",
		displayOptions: {
			show: {
				resource: ['message', 'contact', 'conversation', 'funnel'],
				operation: [
					'send',
					'sendTemplate',
					'create',
					'get',
					'update',
					'getMessages',
					'open',
					'close',
					'addNote',
					'startBot',
					'stopBot',
					'moveContact',
				],
			},
		},
	}),
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show: { operation: LISTS } },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { operation: LISTS, returnAll: [false] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
		displayOptions: {
			show: {
				resource: ['contact', 'conversation', 'funnel'],
				operation: ['get', 'getAll', 'open', 'close', 'moveContact'],
			},
		},
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { resource: ['contact', 'channel', 'team'], operation: ['getAll', 'getMembers'] } },
		options: [
			{
				displayName: 'Active',
				name: 'active',
				type: 'boolean',
				default: true,
				description: 'Whether to return channels that are in use, or those that are not',
				...onResource('channel'),
			},
			{
				displayName: 'Source',
				name: 'source',
				type: 'options',
				options: CHANNEL_KINDS,
				default: 'whatsapp',
				description: 'Only contacts on this kind of channel',
				...onResource('contact'),
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'options',
				options: [
					{ name: 'Available', value: 'available' },
					{ name: 'Away', value: 'away' },
				],
				default: 'available',
				description: 'Only colleagues who are available, or away',
				displayOptions: { show: { '/operation': ['getMembers'] } },
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. vip, newsletter',
				description: 'Only contacts with one of these tags',
				...onResource('contact'),
			},
			{ ...teamLocator({ description: 'Only contacts of this team' }), ...onResource('contact') },
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				options: CHANNEL_KINDS,
				default: 'whatsapp',
				description: 'Only channels of this kind',
				...onResource('channel'),
			},
		],
	},
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
