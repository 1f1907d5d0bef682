import type { IDataObject } from 'n8n-workflow';
import { asObject, idText, isoTimestamp } from '../../../shared/json';
import { callbell } from '../../provider/provider';
import { contactOf, teamOf } from '../calls/event';
import type { CallbellEvent } from '../calls/event';
import { contactSummary, conversationIdOf } from './commonFields';

/** An event about a contact, a conversation or a colleague, or one that Callbell added later, as one flat item. */
export function otherOutput(event: CallbellEvent, key: string): IDataObject {
	const { type, payload, raw } = event;
	const contact = contactOf(event);
	const user = type.startsWith('agent_status') ? payload : asObject(payload.user);
	return {
		event: type,
		provider: callbell.id,
		conversationId: conversationIdOf(event),
		timestamp: isoTimestamp(
			payload.lastUpdateAt ?? payload.closedAt ?? payload.deleted ?? user.lastUpdatedAt ?? payload.createdAt,
		),
		...(Object.keys(contact).length > 0 && contactSummary(event)),
		...(contact === payload && { customFields: asObject(contact.customFields), note: idText(contact.note) }),
		...(type.startsWith('conversation_') && { closingReason: idText(payload.closingReason) }),
		...(Object.keys(user).length > 0 && userFields(event, user)),
		repeatKey: key,
		raw,
	};
}

/** https://docs.callbell.eu/api/reference/object_types/team_member */
function userFields(event: CallbellEvent, { email, name, available, userCustomStatus }: IDataObject): IDataObject {
	const { action, reason } = event.payload;
	const team = teamOf(event);
	return {
		userEmail: idText(email),
		userName: idText(name),
		isAvailable: typeof available === 'boolean' ? available : null,
		customStatus: idText(asObject(userCustomStatus).name),
		action: idText(action ?? reason),
		teamId: idText(team.uuid),
		teamName: idText(team.name),
	};
}
