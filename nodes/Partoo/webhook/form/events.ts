import type { INodePropertyOptions } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';

export const MESSAGE_CREATED = 'message_created';
export const MESSAGE_UPDATED = 'message_updated';

/** A type that can only be given by name. */
export const OTHER_EXAMPLE = 'message_received';

/** Types of events (https://developers.partoo.co/api-reference/webhooks-events/message-updated and its neighbours). */
export const eventOptions: INodePropertyOptions[] = [
	{ name: 'Business Created', value: 'business_created' },
	{ name: 'Business Deleted', value: 'business_deleted' },
	{ name: 'Business Updated', value: 'business_updated' },
	{ name: 'Lead Received', value: 'lead_received', description: "A chatbot collected a customer's data" },
	{
		name: 'Message Delivered or Failed',
		value: MESSAGE_UPDATED,
		description:
			'A message was delivered, failed or was deleted (message_updated); for other statuses set the filter Statuses',
	},
	{
		name: 'Message Received',
		value: MESSAGE_CREATED,
		description: 'A customer wrote; for messages of colleagues set the filter Senders',
	},
	{ name: 'Other', value: OTHER, description: 'Newer events of Partoo, by their type' },
	{ name: 'Review Created', value: 'review_created' },
	{ name: 'Review Updated', value: 'review_updated' },
];

/** How an event is called in sentences. */
export function eventName(type: string): string {
	return eventOptions.find(({ value }) => value === type)?.name ?? type;
}
