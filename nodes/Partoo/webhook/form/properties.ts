import type { INodeProperties } from 'n8n-workflow';
import { rawOnlyField, triggerForm } from '../../../shared/trigger/eventFields';
import { internalAddressField, whenTakenField } from '../../../shared/trigger/sharing/fields';
import { oldSecretField, oldSecretNotice } from '../../../shared/trigger/secrets/oldSecret';
import { partoo } from '../../provider/provider';
import { OLD_URL_SECRET } from '../calls/urlSecret';
import { eventOptions, MESSAGE_UPDATED, OTHER_EXAMPLE } from './events';
import { filterFields } from './filterFields';

/** What a user fills in: which events, which of them start the workflow, and how the calls come. */
export const triggerProperties: INodeProperties[] = [
	oldSecretNotice(OLD_URL_SECRET),
	...triggerForm({
		events: {
			options: eventOptions,
			default: [MESSAGE_UPDATED],
			description:
				'What starts the workflow. Partoo calls one URL for each event of an organization; workflows of this n8n share it.',
		},
		otherEvents: {
			example: OTHER_EXAMPLE,
			description: 'Types of events as Partoo names them, separated by commas',
		},
		filters: filterFields,
		options: [
			{
				displayName: 'Include Try-Outs',
				name: 'includeTryouts',
				type: 'boolean',
				default: false,
				description:
					'Whether test calls made in Partoo start the workflow, with isTryout set to true. They carry real data although nothing has happened. While n8n listens for a test event they always do.',
			},
			internalAddressField,
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
							'The URL is set in Partoo when the workflow is published (n8n 1.x: activated), and removed when it is unpublished',
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
			oldSecretField(OLD_URL_SECRET),
			{
				displayName: 'Verify Signature',
				name: 'verifySignature',
				type: 'boolean',
				default: true,
				description:
					'Whether to refuse calls that Partoo did not sign. If off, anybody who knows the URL can start the workflow.',
			},
			whenTakenField,
		],
	}),
];
