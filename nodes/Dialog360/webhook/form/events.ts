import type { INodePropertyOptions } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';

export const MESSAGE = 'message';
export const STATUS = 'status';
export const ERROR = 'error';
/** A message that the business itself wrote, in the WhatsApp Business app. */
export const ECHO = 'echo';

/** A field that can only be given by name. */
export const OTHER_EXAMPLE = 'calls';

/**
 * Fields of WhatsApp's account webhooks
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview).
 */
const FIELDS: Record<string, string[]> = {
	account: ['account_update', 'account_alerts', 'account_review_update', 'business_capability_update'],
	phoneNumber: ['phone_number_quality_update', 'phone_number_name_update'],
	template: [
		'message_template_status_update',
		'message_template_quality_update',
		'message_template_components_update',
		'template_category_update',
	],
};

export const eventOptions: INodePropertyOptions[] = [
	{
		name: 'Account Updated',
		value: 'account',
		description: 'The WhatsApp account was restricted, reviewed, verified or the like',
	},
	{
		name: 'Error Reported',
		value: ERROR,
		description: 'WhatsApp reports that something goes wrong with the number itself',
	},
	{
		name: 'Message Echoed',
		value: ECHO,
		description: 'The business wrote a message in the WhatsApp Business app (coexistence)',
	},
	{
		name: 'Message Received',
		value: MESSAGE,
		description: 'A customer wrote; of all kinds, unless Filters say otherwise',
	},
	{
		name: 'Message Status Updated',
		value: STATUS,
		description: 'What became of a message that was sent: those that failed only, unless Filters say otherwise',
	},
	{ name: 'Other', value: OTHER, description: 'Other fields of webhooks, by their name' },
	{
		name: 'Phone Number Updated',
		value: 'phoneNumber',
		description: 'The quality, limit or name of the number changed',
	},
	{
		name: 'Template Updated',
		value: 'template',
		description: 'A template was approved, rejected, paused or changed its quality or category',
	},
];

/** Whether an event is one of those that the user chose; `type` is one of the words above or the name of a field. */
export function isOfType(type: string, chosen: string[]): boolean {
	return chosen.some((choice) => choice === type || FIELDS[choice]?.includes(type));
}
