import { idText } from '../../../shared/json';
import { chosen, isAmong } from '../../../shared/trigger/filterWords';
import { channelIdOf, channelKindOf } from '../output/commonFields';
import { teamOf } from './event';
import type { CallbellEvent } from './event';
import { MESSAGE_CREATED, MESSAGE_STATUS_UPDATED } from '../form/events';
import type { EventFilters, TriggerSettings } from '../form/settings';

/** What Callbell calls a message that came in, and one that went out. */
export const INCOMING = 'received';
export const OUTGOING = 'sent';

const STATUSES = ['deleted', 'delivered', 'enqueued', 'failed', 'mismatch', 'read', 'sent'];

/** What starts a workflow where the user says nothing else; a filter that is added begins with the same. */
const ARRIVING = [INCOMING];
const FINAL_STATUSES = ['delivered', 'failed', 'read'];

/** Whether an event shall start the workflow. */
export function isWanted(event: CallbellEvent, { types, filters }: TriggerSettings): boolean {
	return (
		types.includes(event.type) &&
		isWantedMessage(event, filters) &&
		isOfChannel(event, filters) &&
		isOfTeam(event, filters)
	);
}

function isWantedMessage({ type, payload: { status } }: CallbellEvent, filters: EventFilters): boolean {
	if (type === MESSAGE_CREATED) return isAmong(status, chosen(filters.directions, ARRIVING));
	return type !== MESSAGE_STATUS_UPDATED || isAmong(status, chosen(filters.statuses, FINAL_STATUSES), STATUSES);
}

function isOfChannel(event: CallbellEvent, { channels = [], channelId }: EventFilters): boolean {
	const kind = channelKindOf(event);
	return (channels.length === 0 || kind === null || isAmong(kind, channels)) && isOneOf(channelIdOf(event), channelId);
}

function isOfTeam(event: CallbellEvent, { teamId }: EventFilters): boolean {
	return isOneOf(idText(teamOf(event).uuid), teamId);
}

/** What an event does not tell is no reason to hold it back: that would lose it. */
function isOneOf(id: string | null, filter: EventFilters['channelId']): boolean {
	const text = typeof filter === 'object' ? filter?.value : filter;
	const wanted = String(text ?? '')
		.split(/[\s,]+/)
		.filter(Boolean)
		.map(plain);
	return wanted.length === 0 || id === null || wanted.includes(plain(id));
}

/** Callbell writes the same UUID with dashes here and without them there. */
function plain(uuid: string): string {
	return uuid.replaceAll('-', '').toLowerCase();
}
