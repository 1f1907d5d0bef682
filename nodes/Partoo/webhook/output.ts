import type { IDataObject } from 'n8n-workflow';
import { messageParts } from './event';
import type { PartooEvent } from './event';
import { messageOutput } from './messageOutput';
import { otherOutput } from './otherOutput';

/** The item with which an event starts a workflow. With *Raw Only* it is what Partoo sent and nothing else. */
export function toOutput(event: PartooEvent, rawOnly = false): IDataObject {
	if (rawOnly) return event.raw;
	const { message, conversation } = messageParts(event);
	return message ? messageOutput(event, message, conversation) : otherOutput(event);
}
