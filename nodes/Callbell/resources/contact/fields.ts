import type { INodeProperties } from 'n8n-workflow';
import { CHANNEL_KINDS } from '../../fields/channelKinds';
import { contactLocator, teamLocator } from '../../fields/locators';

const resource = ['contact'];
const update = { show: { '/operation': ['update'] } };

/** What a user fills in about contacts, and for conversations, which belong to one. */
export const contactFields: INodeProperties[] = [
	contactLocator({
		required: true,
		description: 'The customer on one channel. By phone number or BSUID costs one more request.',
		displayOptions: {
			show: {
				resource: ['contact', 'conversation', 'funnel'],
				operation: [
					'get',
					'update',
					'delete',
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
		displayName: 'Source',
		name: 'source',
		type: 'options',
		options: CHANNEL_KINDS,
		default: 'whatsapp',
		description: 'The kind of channel on which the contact is reached',
		displayOptions: { show: { resource, operation: ['create'] } },
	},
	{
		displayName: 'Identifier',
		name: 'identifier',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +31 6 12345678',
		description:
			"On WhatsApp a phone number with its country code, in any usual writing; elsewhere the platform's identifier. It cannot be changed later.",
		displayOptions: { show: { resource, operation: ['create'] } },
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show: { resource, operation: ['create', 'update'] } },
		options: [
			{
				displayName: 'Additional Body Fields',
				name: 'additionalBodyFields',
				type: 'json',
				default: '{}',
				description: 'JSON object that is merged into the request, for what Callbell adds beyond this form',
			},
			{
				displayName: 'Assigned User',
				name: 'assignedUser',
				type: 'string',
				default: '',
				placeholder: 'e.g. john.doe@email.com',
				description:
					"Email of the colleague; the colleague must be in the contact's team, otherwise nobody is assigned",
			},
			{
				displayName: 'Bot Status',
				name: 'botStatus',
				type: 'options',
				options: [
					{ name: 'Start', value: 'bot_start', description: 'The bot answers' },
					{ name: 'Stop', value: 'bot_end', description: 'The bot keeps quiet' },
				],
				default: 'bot_end',
				description: 'What the bot does from now on',
			},
			{
				displayName: 'Custom Fields',
				name: 'customFields',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Custom Field',
				default: {},
				description:
					'Fields that were made in Callbell. Dates are like 2026-01-31; checkboxes take a list, e.g. ["Shoes", "Hats"].',
				options: [
					{
						displayName: 'Field',
						name: 'field',
						values: [
							{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. Billing Address' },
							{ displayName: 'Value', name: 'value', type: 'string', default: '' },
						],
					},
				],
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. John Doe',
				description: 'The new name of the contact',
				displayOptions: update,
			},
			{
				displayName: 'Note',
				name: 'note',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'Note on the contact, up to 1000 characters; empty clears it',
			},
			{
				displayName: 'Tags',
				name: 'tags',
				type: 'string',
				default: '',
				placeholder: 'e.g. vip, newsletter',
				description: 'Tags that were made in Callbell, with commas between them, or a list by expression',
			},
			{
				displayName: 'Tags Action',
				name: 'tagsAction',
				type: 'options',
				options: [
					{ name: 'Add', value: 'add', description: 'The contact keeps the tags that it has' },
					{ name: 'Remove', value: 'remove', description: 'The contact keeps its other tags' },
					{
						name: 'Replace',
						value: 'replace',
						description: 'The contact has these tags only; none when Tags is empty',
					},
				],
				default: 'add',
				description: 'What to do with Tags. Add and Remove read the contact first, because Callbell only replaces.',
				displayOptions: update,
			},
			teamLocator({ description: 'The team that the contact belongs to' }),
			{
				displayName: 'Unassign',
				name: 'unassign',
				type: 'boolean',
				default: true,
				description: 'Whether to take the contact from the colleague whom it is assigned to',
				displayOptions: update,
			},
		],
	},
];
