import type { IDataObject } from 'n8n-workflow';
import { idText } from '../../../shared/json';
import { dialog360 } from '../../provider/provider';
import type { Dialog360Event } from '../calls/event';
import { CALLS, CONTACTS, ERROR, PREFERENCE } from '../form/events';
import { callFields } from './call';
import { errorFields, numberOf } from './commonFields';
import { contactFields, groupFields, preferenceFields } from './entries';
import { factsOf } from './facts';
import { isoOf } from '../calls/timestamp';

/**
 * An error, a call, a preference, an update of a template, number or account, or what WhatsApp added later, as one flat
 * item.
 */
export function otherOutput(event: Dialog360Event): IDataObject {
	return {
		event: event.type,
		provider: dialog360.id,
		accountId: idText(event.accountId),
		timestamp: isoOf(event.time),
		...numberOf(event),
		...fieldsOf(event),
		raw: event.raw,
	};
}

function fieldsOf(event: Dialog360Event): IDataObject {
	const { type, subject } = event;
	switch (type) {
		case CALLS:
			return callFields(event);
		case CONTACTS:
			return contactFields(event);
		case ERROR:
			return errorFields([subject]);
		case PREFERENCE:
			return preferenceFields(event);
		default:
			if (subject.group_id !== undefined) return groupFields(event);
			return { ...factsOf(subject), ...(subject.errors !== undefined && errorFields(subject.errors)) };
	}
}
