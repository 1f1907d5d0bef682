import type { INodeProperties } from 'n8n-workflow';
import { otherEventsField } from '../../../shared/trigger/eventFields';
import { eventOptions, MESSAGE, OTHER_EXAMPLE } from './events';
import { filterFields } from './filterFields';
import { optionFields } from './optionFields';

/** What a user fills in: which events, which of them start the workflow, and how the calls come. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		options: eventOptions,
		default: [MESSAGE],
		description:
			'What starts the workflow. 360dialog calls one URL for a phone number, so each number can be in one workflow only.',
	},
	otherEventsField(OTHER_EXAMPLE, "Fields of WhatsApp's webhooks, with commas between several"),
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
		options: optionFields,
	},
];
