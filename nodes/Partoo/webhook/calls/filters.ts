import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../shared/json';
import { chosen, isAmong, isAmongOrUntold } from '../../../shared/trigger/filterWords';
import { businessOf, messageParts } from './event';
import type { PartooEvent } from './event';
import { MESSAGE_CREATED, MESSAGE_UPDATED } from '../form/events';
import type { EventFilters, TriggerSettings } from '../form/settings';

const STATUSES = ['Failed', 'Sending', 'Success'];
const SENDERS = ['Consumer', 'Metadata', 'User'];

/** What starts a workflow where the user says nothing else; a filter that is added begins with the same. */
const FINAL_STATUSES = ['Failed', 'Success'];
const WRITERS = ['Consumer', 'User'];
const CONSUMERS = ['Consumer'];

/** Whether an event shall start the workflow. */
export function isWanted(event: PartooEvent, { types, filters }: TriggerSettings): boolean {
	if (!types.includes(event.type)) return false;
	const { message, conversation } = messageParts(event);
	return isOfBusiness(event, filters) && (!message || isWantedMessage(event.type, message, conversation, filters));
}

function isWantedMessage(
	type: string,
	message: IDataObject,
	conversation: IDataObject,
	filters: EventFilters,
): boolean {
	const { sender_type: sender, status, is_automated: isAutomated } = message;
	const { channels = [], deletedMessages = 'include' } = filters;
	const isDeleted = message.is_deleted === true;
	return (
		(type !== MESSAGE_CREATED || isAmong(sender, chosen(filters.senders, CONSUMERS), SENDERS)) &&
		(type !== MESSAGE_UPDATED || isAmong(sender, chosen(filters.updatedSenders, WRITERS), SENDERS)) &&
		(type !== MESSAGE_UPDATED || isAmongOrUntold(status, chosen(filters.statuses, FINAL_STATUSES), STATUSES)) &&
		(channels.length === 0 || isAmong(conversation.messaging_partner, channels)) &&
		!(filters.ignoreAutomated && isAutomated === true) &&
		(deletedMessages === 'include' || isDeleted === (deletedMessages === 'only'))
	);
}

function isOfBusiness(event: PartooEvent, { businessId }: EventFilters): boolean {
	const text = typeof businessId === 'object' ? businessId.value : businessId;
	const wanted = String(text ?? '')
		.split(/[\s,]+/)
		.filter(Boolean);
	const business = businessOf(event);
	// A lead names its business but has no ID of it; holding it back would lose it.
	return wanted.length === 0 || business === undefined || business === null || wanted.includes(asText(business));
}
