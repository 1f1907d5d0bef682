import type { INodeProperties } from 'n8n-workflow';
import { rawOnlyField, triggerForm } from '../../../shared/trigger/eventFields';
import { internalAddressField, whenTakenField } from '../../../shared/trigger/sharing/fields';
import { callbell } from '../../provider/provider';
import { eventOptions, MESSAGE_CREATED, OTHER_EXAMPLE } from './events';
import { filterFields } from './filterFields';

/** What a user fills in: which events, which of them start the workflow, and how the calls come. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName:
			'A Callbell account has <b>one webhook</b>, which nobody can read. Publishing this workflow (n8n 1.x: activating it), or listening for a test event, sets it to this trigger, and any other system gets no more calls; if another one took the last call, this node stops and says so. Workflows of this n8n with the same API key share it. Calls are verified if the credential has a webhook signing secret; without one, anybody who knows the URL can start the workflow.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	...triggerForm({
		events: {
			options: eventOptions,
			default: [MESSAGE_CREATED],
			description:
				'What starts the workflow. Callbell calls one URL for an account, which the workflows of this n8n share.',
		},
		otherEvents: { example: OTHER_EXAMPLE, description: 'Events as Callbell names them, separated by commas' },
		filters: filterFields,
		options: [
			internalAddressField,
			rawOnlyField(callbell.displayName),
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
							"The account's webhook is set to this trigger when the workflow is published (n8n 1.x: activated), unless another system took the last call, and removed when it is unpublished",
					},
					{
						name: 'Manual',
						value: 'manual',
						description:
							'You set the URL above in Callbell, or another system passes its calls on; this node changes nothing there',
					},
					{
						name: 'Replace',
						value: 'replace',
						description:
							'The same as Automatic, whoever took the last call. The webhook that was there cannot be put back.',
					},
				],
				default: 'automatic',
				description: 'Who tells Callbell the URL of this trigger',
			},
			whenTakenField,
		],
	}),
];
