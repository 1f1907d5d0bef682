import type { INodePropertyOptions } from 'n8n-workflow';
import { entryOf } from '../../../shared/json';
import { OTHER } from '../../../shared/trigger/filterWords';

export const MESSAGE = 'message';
export const STATUS = 'status';
export const ERROR = 'error';
/** A message that the business itself wrote, in the WhatsApp Business app. */
export const ECHO = 'echo';
/** A customer stops or resumes marketing messages. */
export const PREFERENCE = 'marketingPreference';
/** Fields whose entries are read like things of their own. */
export const CALLS = 'calls';
export const HISTORY = 'history';
/** What another app of the same number answers. */
export const STANDBY = 'standby';
export const CONTACTS = 'smb_app_state_sync';

/**
 * Fields of WhatsApp's webhooks
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview).
 */
const FIELDS: Record<string, string[]> = {
	account: ['account_update', 'account_alerts', 'account_review_update', 'business_capability_update'],
	call: [CALLS],
	contact: [CONTACTS],
	group: ['group_lifecycle_update', 'group_participants_update', 'group_settings_update', 'group_status_update'],
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
	{ name: 'Call', value: 'call', description: 'A call on WhatsApp began, ended or was missed' },
	{
		name: 'Contact Synced',
		value: 'contact',
		description: 'A contact was added or removed in the WhatsApp Business app (coexistence)',
	},
	{
		name: 'Error Reported',
		value: ERROR,
		description: 'WhatsApp reports a fault of the number itself',
	},
	{ name: 'Group Updated', value: 'group', description: 'A group was created or changed, or somebody joined or left' },
	{
		name: 'Marketing Preference Changed',
		value: PREFERENCE,
		description: 'A customer stopped or resumed marketing messages; campaigns must leave out those who stopped',
	},
	{
		name: 'Message Delivered or Failed',
		value: STATUS,
		description: 'A message failed; for delivered and read ones set the filter Statuses',
	},
	{
		name: 'Message Echoed',
		value: ECHO,
		description: 'The business wrote a message in the WhatsApp Business app (coexistence)',
	},
	{
		name: 'Message Received',
		value: MESSAGE,
		description: 'A customer wrote; all kinds of messages, unless you set the filter Message Kinds',
	},
	{ name: 'Other', value: OTHER, description: 'Other webhook fields, by their name' },
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

/** Whether an event is one of those that the user chose, by one of the words above or by the name of its field. */
export function isOfType({ type, field }: { type: string; field: string }, chosen: string[]): boolean {
	return chosen.some(
		(choice) => choice === type || choice === nameOf(type, field) || entryOf(FIELDS, choice)?.includes(type),
	);
}

/** The field by whose name an event can be chosen: the things in the field `messages` are chosen one by one. */
function nameOf(type: string, field: string): string {
	return [MESSAGE, STATUS, ERROR].includes(type) ? type : field;
}
