import type { INodePropertyOptions } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';

export const MESSAGE_CREATED = 'message_created';
export const MESSAGE_STATUS_UPDATED = 'message_status_updated';
export const CONTACT_CREATED = 'contact_created';
export const CONTACT_UPDATED = 'contact_updated';
export const CONTACT_DELETED = 'contact_deleted';
export const CONVERSATION_OPENED = 'conversation_opened';
export const CONVERSATION_CLOSED = 'conversation_closed';
export const AGENT_STATUS_UPDATED = 'agent_status_updated';
export const AGENT_SESSION_UPDATED = 'agent_session_updated';
export const TEAM_MEMBERSHIP_UPDATED = 'team_membership_updated';

/** What Callbell calls a message that came in, and one that went out. */
export const INCOMING = 'received';
export const OUTGOING = 'sent';

/** An event that can only be given by name. */
export const OTHER_EXAMPLE = 'message_deleted';

/**
 * Events (https://docs.callbell.eu/api/reference/webhooks/introduction and its neighbours). The last three of the
 * documentation, about agents and teams, are missing from the list of what the subscription takes.
 */
export const eventOptions: INodePropertyOptions[] = [
	{ name: 'Agent Session Updated', value: AGENT_SESSION_UPDATED, description: 'A colleague logged in or out' },
	{ name: 'Agent Status Updated', value: AGENT_STATUS_UPDATED, description: 'A colleague became available or away' },
	{ name: 'Contact Created', value: CONTACT_CREATED },
	{ name: 'Contact Deleted', value: CONTACT_DELETED },
	{ name: 'Contact Updated', value: CONTACT_UPDATED, description: 'A contact changed, its tags included' },
	{ name: 'Conversation Closed', value: CONVERSATION_CLOSED },
	{ name: 'Conversation Opened', value: CONVERSATION_OPENED },
	{
		name: 'Message Delivered or Failed',
		value: MESSAGE_STATUS_UPDATED,
		description: 'A WhatsApp message was delivered, read or failed; for other statuses set the filter Statuses',
	},
	{
		name: 'Message Received',
		value: MESSAGE_CREATED,
		description: 'A customer wrote; for outgoing messages set the filter Directions',
	},
	{ name: 'Other', value: OTHER, description: 'Newer events of Callbell, by their name' },
	{ name: 'Team Membership Updated', value: TEAM_MEMBERSHIP_UPDATED, description: 'A colleague joined or left a team' },
];

/** Whether Callbell documents an event. */
export function isDocumented(type: string): boolean {
	return type !== OTHER && eventOptions.some(({ value }) => value === type);
}
