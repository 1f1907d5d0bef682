import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import { dialog360 } from '../../provider/provider';
import type { Dialog360Event } from '../calls/event';
import { ERROR } from '../form/events';
import { errorFields, numberOf } from './commonFields';
import { isoOf } from './timestamp';

/** An error, an update of a template, number or account, or what WhatsApp added later, as one flat item. */
export function otherOutput(event: Dialog360Event): IDataObject {
	const { type, subject, raw } = event;
	return {
		event: type,
		provider: dialog360.id,
		accountId: idText(raw.id),
		timestamp: isoOf(subject.timestamp ?? raw.time),
		...numberOf(event),
		...(type === ERROR ? errorFields([subject]) : update(subject)),
		raw,
	};
}

/** What happened, e.g. `APPROVED` or `FLAGGED`, and to what; fields that the update does not have are left out. */
function update(value: IDataObject): IDataObject {
	const {
		event,
		reason,
		message_template_id: id,
		message_template_name: name,
		message_template_language: language,
	} = value;
	const known = {
		change: event ?? value.decision,
		reason: reason ?? asObject(value.rejection_info).reason,
		templateId: id === undefined ? undefined : idText(id),
		templateName: name,
		templateLanguage: language,
		category: value.new_category,
		previousCategory: value.previous_category,
		quality: value.new_quality_score,
		previousQuality: value.previous_quality_score,
		limit: value.current_limit,
	};
	return Object.fromEntries(Object.entries(known).filter(([, field]) => field !== undefined)) as IDataObject;
}
