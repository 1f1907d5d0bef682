import type { INodeProperties } from 'n8n-workflow';
import { otherEventsField, rawOnlyField } from '../../../shared/trigger/eventFields';
import { partoo } from '../../provider/provider';
import { eventOptions, MESSAGE_UPDATED, OTHER_EXAMPLE } from './events';
import { filterFields } from './filterFields';

/** What a user fills in: which events, which of them start the workflow, and how the calls come. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		options: eventOptions,
		default: [MESSAGE_UPDATED],
		description:
			'What starts the workflow. Partoo calls one URL for each event of an organization, so each can be in one workflow only.',
	},
	otherEventsField(OTHER_EXAMPLE, 'Types of events as Partoo names them, with commas between several'),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: filterFields,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			rawOnlyField(partoo.displayName),
			{
				displayName: 'Registration',
				name: 'registration',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Automatic',
						value: 'automatic',
						description:
							'The URL is set in Partoo when the workflow is activated, and taken out when it is deactivated',
					},
					{
						name: 'Manual',
						value: 'manual',
						description:
							'You set the URL above in Partoo under Settings > Integrations > Webhooks; this node changes nothing there',
					},
				],
				default: 'automatic',
				description: 'Who tells Partoo the URL of this trigger',
			},
			{
				displayName: 'URL Secret',
				name: 'urlSecret',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description:
					'A text that each call must carry in its query as "key", beside the signature. With automatic registration it is added to the URL; with manual registration you add it, e.g. …/webhook?key=9fa91de19.',
			},
			{
				displayName: 'Verify Signature',
				name: 'verifySignature',
				type: 'boolean',
				default: true,
				description:
					'Whether to refuse calls that Partoo did not sign. Without it anybody who knows the URL can start the workflow.',
			},
		],
	},
];
