import type { IDataObject } from 'n8n-workflow';
import { readMark, UNMARKED } from '../../../shared/delivery/mark';
import { deliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { asObject, firstId, idText } from '../../../shared/json';
import { STATUSES } from '../../provider/messageStatus';
import { dialog360 } from '../../provider/provider';
import type { Dialog360Event } from '../calls/event';
import { conversationOf, errorFields, numberOf } from './commonFields';
import { personOf } from './person';
import { isoOf } from '../calls/timestamp';

/**
 * A status as one flat item: what became of the message in the words that all providers share, why, and all that
 * 360dialog sent
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status).
 */
export function statusOutput(event: Dialog360Event): IDataObject {
	const { type, subject: update, raw } = event;
	const errors = errorFields(update.errors);
	const pricing = asObject(update.pricing);
	const person = personOf(event);
	const groupId = update.recipient_type === 'group' ? idText(update.recipient_id) : null;
	const number = groupId === null ? update.recipient_id : update.recipient_participant_id;
	const recipientId = firstId(update.recipient_user_id, update.recipient_participant_user_id, person.id);
	const recipient = firstId(number, person.number, recipientId);
	const status: Partial<DeliveryStatus> = deliveryStatus(dialog360.id, STATUSES, idText(update.status), {
		messageId: idText(update.id),
		conversationId: conversationOf(event, groupId ?? recipientId ?? recipient),
		recipient,
		errorCode: errors.errorCode,
		errorMessage: errors.errorMessage,
		timestamp: isoOf(update.timestamp),
		raw,
	});
	delete status.raw;
	const origin = readMark(update.biz_opaque_callback_data);
	return {
		...status,
		event: type,
		...errors,
		recipientId,
		recipientParentId: firstId(
			update.recipient_parent_user_id,
			update.recipient_participant_parent_user_id,
			person.parentId,
		),
		name: person.name,
		username: person.username,
		trackingText: origin ? null : idText(update.biz_opaque_callback_data),
		...(origin ?? UNMARKED),
		pricingCategory: firstId(pricing.category, asObject(asObject(update.conversation).origin).type),
		pricingType: idText(pricing.type),
		isBillable: typeof pricing.billable === 'boolean' ? pricing.billable : null,
		groupId,
		...numberOf(event),
		raw,
	};
}
