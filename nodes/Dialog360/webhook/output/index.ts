import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Dialog360Event } from '../calls/event';
import { ECHO, MESSAGE, STANDBY, STATUS } from '../form/events';
import { messageOutput } from './message';
import { otherOutput } from './other';
import { statusOutput } from './status';

/** An event and the item that it becomes. */
export interface EventItem {
	event: Dialog360Event;
	item: INodeExecutionData;
}

/** What an event is to a workflow. With *Raw Only* it is what 360dialog sent and nothing else. */
export function toOutput(event: Dialog360Event, rawOnly = false): IDataObject {
	if (rawOnly) return event.raw;
	const { type, subject } = event;
	if (type === STATUS || (type === STANDBY && subject.status !== undefined)) return statusOutput(event);
	const isRead = isMessage(event) || event.history !== undefined || (type === STANDBY && subject !== event.value);
	return isRead ? messageOutput(event) : otherOutput(event);
}

/** One output, or one each for messages, statuses and everything else; see the description of the node. */
export function inOutputs(items: EventItem[], isPerKind = false): INodeExecutionData[][] {
	if (!isPerKind) return [items.map(({ item }) => item)];
	const outputs: INodeExecutionData[][] = [[], [], []];
	for (const { event, item } of items) outputs[isMessage(event) ? 0 : event.type === STATUS ? 1 : 2]!.push(item);
	return outputs;
}

export function isMessage({ type }: Dialog360Event): boolean {
	return type === MESSAGE || type === ECHO;
}
