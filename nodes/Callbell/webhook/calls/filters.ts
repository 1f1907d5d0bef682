import { idText } from '../../../shared/json';
import { chosen, isAmongOrUntold, OTHER } from '../../../shared/trigger/filterWords';
import { MESSAGE_CREATED, MESSAGE_STATUS_UPDATED } from '../form/events';
import { DEFAULT_DIRECTIONS, DEFAULT_STATUSES, statusOptions } from '../form/filterFields';
import type { EventFilters, TriggerSettings } from '../form/settings';
import { channelIdOf, channelKindOf, teamOf } from './event';
import type { CallbellEvent } from './event';

/** Statuses that can be chosen by name. */
const STATUSES = statusOptions.map(({ value }) => String(value)).filter((status) => status !== OTHER);

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
	if (type === MESSAGE_CREATED) return isAmongOrUntold(status, chosen(filters.directions, DEFAULT_DIRECTIONS));
	return (
		type !== MESSAGE_STATUS_UPDATED || isAmongOrUntold(status, chosen(filters.statuses, DEFAULT_STATUSES), STATUSES)
	);
}

function isOfChannel(event: CallbellEvent, { channels = [], channelId }: EventFilters): boolean {
	return (
		(channels.length === 0 || isAmongOrUntold(channelKindOf(event), channels)) && isOneOf(channelIdOf(event), channelId)
	);
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
