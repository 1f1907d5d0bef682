import type { IDataObject } from 'n8n-workflow';
import {
	AGENT_SESSION_UPDATED,
	AGENT_STATUS_UPDATED,
	CONTACT_CREATED,
	CONTACT_DELETED,
	CONTACT_UPDATED,
	CONVERSATION_CLOSED,
	CONVERSATION_OPENED,
	MESSAGE_CREATED,
	MESSAGE_STATUS_UPDATED,
	TEAM_MEMBERSHIP_UPDATED,
} from '../form/events';

/** Fields that only the payloads of these events have together, the more telling ones first. */
const SIGNS: Array<[type: string, fields: string[]]> = [
	[MESSAGE_STATUS_UPDATED, ['uuid', 'status', 'messageStatusPayload']],
	[MESSAGE_CREATED, ['from', 'to', 'status']],
	[TEAM_MEMBERSHIP_UPDATED, ['team', 'user', 'reason']],
	[AGENT_SESSION_UPDATED, ['action', 'user']],
	[AGENT_STATUS_UPDATED, ['email', 'available']],
	[CONTACT_DELETED, ['uuid', 'deleted']],
	[CONVERSATION_OPENED, ['contact', 'source', 'createdAt']],
	[CONTACT_UPDATED, ['uuid', 'source', 'createdAt']],
];

/**
 * The type of a payload that came without its envelope. A new contact and a changed one look alike: it counts as
 * changed, unless the trigger subscribed to new ones alone.
 *
 * @returns undefined for what looks like none of them
 */
export function typeOfBare(payload: IDataObject, types: string[]): string | undefined {
	const type = SIGNS.find(([, fields]) => fields.every((field) => payload[field] !== undefined))?.[0];
	if (type === CONVERSATION_OPENED && (payload.closedAt || payload.closingReason)) return CONVERSATION_CLOSED;
	if (type === CONTACT_UPDATED && !types.includes(CONTACT_UPDATED) && types.includes(CONTACT_CREATED))
		return CONTACT_CREATED;
	return type;
}
