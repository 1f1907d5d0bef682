import type { IDataObject } from 'n8n-workflow';
import { firstId } from '../../../shared/json';
import { chosen, isAmongOrUntold } from '../../../shared/trigger/filterWords';
import { CALLS, ECHO, isOfType, MESSAGE, STATUS } from '../form/events';
import { MISSED } from '../form/filterFields';
import { kindOf, KINDS } from '../form/messageKinds';
import type { EventFilters, TriggerSettings } from '../form/settings';
import { isMissed } from '../output/call';
import { millisecondsOf } from './timestamp';
import type { Dialog360Event } from './event';
import { isArrived } from './repeats';

const DELIVERED = 'delivered';
const STATUSES = [DELIVERED, 'failed', 'played', 'read', 'sent'];

/** What nobody needs to answer any more after some time. */
const AGING = [CALLS, ECHO, MESSAGE, STATUS];

/** What starts a workflow where the user says nothing else. */
const FAILED = ['failed'];

/** Whether an event may start the workflow, if it is news. */
export function isWanted(event: Dialog360Event, { types, filters }: TriggerSettings): boolean {
	const { type, subject } = event;
	if (!isOfType(event, types) || isTooOld(event, filters)) return false;
	if (type === STATUS) return isWantedByName(subject, filters) || isWantedAsArrival(event, filters);
	if (type === CALLS) return isWantedCall(event, filters);
	const { kinds = [] } = filters;
	return kinds.length === 0 || (type !== MESSAGE && type !== ECHO) || isAmongOrUntold(kindOf(subject), kinds, KINDS);
}

/**
 * Whether a status is wanted for being the first word that its message arrived and for nothing else: that is what
 * *Delivered* means, since a message can be read without a word of its delivery.
 */
export function isWantedAsArrival({ type, subject }: Dialog360Event, filters: EventFilters): boolean {
	const wantsArrivals = chosen(filters.statuses, FAILED).includes(DELIVERED);
	return type === STATUS && wantsArrivals && isArrived(subject) && !isWantedByName(subject, filters);
}

function isWantedCall(event: Dialog360Event, { calls = [] }: EventFilters): boolean {
	if (calls.length === 0 || (calls.includes(MISSED) && isMissed(event))) return true;
	return isAmongOrUntold(firstId(event.subject.event, event.subject.status), calls, ['connect', 'terminate', MISSED]);
}

function isWantedByName({ status }: IDataObject, { statuses }: EventFilters): boolean {
	return isAmongOrUntold(
		status,
		chosen(statuses, FAILED).filter((word) => word !== DELIVERED),
		STATUSES,
	);
}

/** Whoever stopped marketing messages, or left a group, did so however late one hears of it. */
function isTooOld({ type, subject }: Dialog360Event, { ignoreOlderThan = 0 }: EventFilters): boolean {
	const at = AGING.includes(type) ? millisecondsOf(subject.timestamp) : undefined;
	return ignoreOlderThan > 0 && at !== undefined && Date.now() - at > ignoreOlderThan * 60_000;
}
