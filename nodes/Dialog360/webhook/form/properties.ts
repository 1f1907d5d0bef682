import type { INodeProperties } from 'n8n-workflow';
import { triggerForm } from '../../../shared/trigger/eventFields';
import { oldSecretNotice } from '../../../shared/trigger/secrets/oldSecret';
import { OLD_SIGNATURE_SECRET, OLD_WEBHOOK_SECRET } from '../calls/secrets';
import { eventOptions, HISTORY, MESSAGE } from './events';
import { filterFields } from './filterFields';
import { optionFields } from './optionFields';

/** What a user fills in: which events, which of them start the workflow, and how the calls come. */
export const triggerProperties: INodeProperties[] = [
	oldSecretNotice(OLD_WEBHOOK_SECRET),
	oldSecretNotice(OLD_SIGNATURE_SECRET),
	...triggerForm({
		events: {
			options: eventOptions,
			default: [MESSAGE],
			description:
				'What starts the workflow. 360dialog calls one URL for a phone number; workflows of this n8n share it.',
		},
		otherEvents: { example: HISTORY, description: "Fields of WhatsApp's webhooks, separated by commas" },
		filters: filterFields,
		options: optionFields,
	}),
];
