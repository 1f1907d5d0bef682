import type { IDataObject } from 'n8n-workflow';
import { messageParts } from '../calls/event';
import type { PartooEvent } from '../calls/event';
import { messageOutput } from './message';
import { otherOutput } from './other';

/** The item with which an event starts a workflow. With *Raw Only* it is what Partoo sent and nothing else. */
export function toOutput(event: PartooEvent, rawOnly = false): IDataObject {
	if (rawOnly) return event.raw;
	const { message, conversation } = messageParts(event);
	return message ? messageOutput(event, message, conversation) : otherOutput(event);
}
