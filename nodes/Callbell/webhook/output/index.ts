import type { IDataObject } from 'n8n-workflow';
import type { CallbellEvent } from '../calls/event';
import { MESSAGE_CREATED, MESSAGE_STATUS_UPDATED } from '../form/events';
import { messageOutput, statusOutput } from './message';
import { otherOutput } from './other';

/** The item with which an event starts a workflow. With *Raw Only* it is what Callbell sent and nothing else. */
export function toOutput(event: CallbellEvent, key: string, rawOnly = false): IDataObject {
	if (rawOnly) return event.raw;
	if (event.type === MESSAGE_CREATED) return messageOutput(event, key);
	return event.type === MESSAGE_STATUS_UPDATED ? statusOutput(event, key) : otherOutput(event, key);
}
