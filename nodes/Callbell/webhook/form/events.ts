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
		name: 'Message Created',
		value: MESSAGE_CREATED,
		description: 'A message came in or went out; those that came in only, unless Filters say otherwise',
	},
	{
		name: 'Message Status Updated',
		value: MESSAGE_STATUS_UPDATED,
		description:
			'A message that was sent on WhatsApp was delivered, read or could not be delivered; no intermediate statuses, unless Filters say otherwise',
	},
	{ name: 'Other', value: OTHER, description: 'Events that Callbell added later, by their name' },
	{ name: 'Team Membership Updated', value: TEAM_MEMBERSHIP_UPDATED, description: 'A colleague joined or left a team' },
];

/** Whether Callbell documents an event. */
export function isDocumented(type: string): boolean {
	return type !== OTHER && eventOptions.some(({ value }) => value === type);
}
