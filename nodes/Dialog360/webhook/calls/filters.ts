import type { IDataObject } from 'n8n-workflow';
import { chosen, isAmong } from '../../../shared/trigger/filterWords';
import { ECHO, isOfType, MESSAGE, STATUS } from '../form/events';
import { kindOf, KINDS } from '../form/messageKinds';
import type { EventFilters, TriggerSettings } from '../form/settings';
import { millisecondsOf } from '../output/timestamp';
import type { Dialog360Event } from './event';
import { isArrived } from './repeats';

const DELIVERED = 'delivered';
const STATUSES = [DELIVERED, 'failed', 'played', 'read', 'sent'];

/** What starts a workflow where the user says nothing else. */
const FAILED = ['failed'];

/** Whether an event may start the workflow, if it is news. */
export function isWanted(event: Dialog360Event, { types, filters }: TriggerSettings): boolean {
	const { type, subject } = event;
	if (!isOfType(type, types) || isTooOld(subject, filters)) return false;
	if (type === STATUS) return isWantedByName(subject, filters) || isWantedAsArrival(event, filters);
	const { kinds = [] } = filters;
	return kinds.length === 0 || (type !== MESSAGE && type !== ECHO) || isAmong(kindOf(subject), kinds, KINDS);
}

/**
 * Whether a status is wanted for being the first word that its message arrived and for nothing else: that is what
 * *Delivered* means, since a message can be read without a word of its delivery.
 */
export function isWantedAsArrival({ type, subject }: Dialog360Event, filters: EventFilters): boolean {
	const wantsArrivals = chosen(filters.statuses, FAILED).includes(DELIVERED);
	return type === STATUS && wantsArrivals && isArrived(subject) && !isWantedByName(subject, filters);
}

function isWantedByName({ status }: IDataObject, { statuses }: EventFilters): boolean {
	return isAmong(
		status,
		chosen(statuses, FAILED).filter((word) => word !== DELIVERED),
		STATUSES,
	);
}

function isTooOld({ timestamp }: IDataObject, { ignoreOlderThan = 0 }: EventFilters): boolean {
	const at = millisecondsOf(timestamp);
	return ignoreOlderThan > 0 && at !== undefined && Date.now() - at > ignoreOlderThan * 60_000;
}
