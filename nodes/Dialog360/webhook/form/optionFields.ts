import type { INodeProperties } from 'n8n-workflow';
import { rawOnlyField } from '../../../shared/trigger/eventFields';
import { internalAddressField, whenTakenField } from '../../../shared/trigger/sharing/fields';
import { oldSecretField } from '../../../shared/trigger/secrets/oldSecret';
import { dialog360 } from '../../provider/provider';
import { OLD_SIGNATURE_SECRET, OLD_WEBHOOK_SECRET } from '../calls/secrets';

/** How the calls come, and what becomes of them. */
export const optionFields: INodeProperties[] = [
	{
		displayName: 'Download Media',
		name: 'downloadMedia',
		type: 'boolean',
		default: false,
		description:
			"Whether to download the file of an incoming message into the binary field 'data'. 360dialog waits 5 seconds for an answer: if it takes longer, the run starts without the file. The 360dialog node (Media > Download) has no such limit.",
	},
	{
		displayName: 'Output per Kind',
		name: 'outputPerKind',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether messages, statuses and everything else have separate outputs',
	},
	internalAddressField,
	rawOnlyField(dialog360.displayName),
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Additional Destination',
				value: 'additional',
				description:
					'The URL is added to the up to three further webhooks of the number, which 360dialog calls after the main one answered 200; the main one stays as it is',
			},
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'The URL becomes the webhook of the number when the workflow is published (n8n 1.x: activated), unless it has one already',
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You set the URL above at 360dialog; this node changes nothing there',
			},
			{
				name: 'Replace and Restore',
				value: 'replace',
				description:
					'The URL replaces the webhook that the number has; unpublishing the workflow puts that one back, with its headers',
			},
		],
		default: 'automatic',
		description: 'Who tells 360dialog the URL of this trigger',
	},
	oldSecretField(OLD_SIGNATURE_SECRET),
	{
		displayName: 'Verify Calls',
		name: 'verifyCalls',
		type: 'boolean',
		default: true,
		description:
			'Whether to refuse calls without the secret. If off, anybody who knows the URL can start the workflow.',
	},
	{
		...oldSecretField(OLD_WEBHOOK_SECRET),
		displayOptions: { show: { registration: ['manual'] } },
	},
	whenTakenField,
];
