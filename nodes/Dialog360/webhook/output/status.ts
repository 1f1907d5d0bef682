import type { IDataObject } from 'n8n-workflow';
import { deliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { asObject, idText } from '../../../shared/json';
import { STATUSES } from '../../provider/messageStatus';
import { dialog360 } from '../../provider/provider';
import type { Dialog360Event } from '../calls/event';
import { conversationOf, errorFields, numberOf } from './commonFields';
import { isoOf } from './timestamp';

/**
 * A status as one flat item: what became of the message in the words that all providers share, why, and all that
 * 360dialog sent (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status).
 */
export function statusOutput(event: Dialog360Event): IDataObject {
	const { type, subject: update, raw } = event;
	const errors = errorFields(update.errors);
	const pricing = asObject(update.pricing);
	const groupId = update.recipient_type === 'group' ? idText(update.recipient_id) : null;
	const recipient = groupId
		? idText(update.recipient_participant_id ?? update.recipient_participant_user_id)
		: idText(update.recipient_id ?? update.recipient_user_id);
	const status: Partial<DeliveryStatus> = deliveryStatus(dialog360.id, STATUSES, idText(update.status), {
		messageId: idText(update.id),
		conversationId: conversationOf(event, groupId ?? recipient),
		recipient,
		errorCode: errors.errorCode,
		errorMessage: errors.errorMessage,
		timestamp: isoOf(update.timestamp),
		raw,
	});
	delete status.raw;
	return {
		...status,
		event: type,
		...errors,
		trackingText: idText(update.biz_opaque_callback_data),
		pricingCategory: idText(pricing.category ?? asObject(asObject(update.conversation).origin).type),
		isBillable: typeof pricing.billable === 'boolean' ? pricing.billable : null,
		groupId,
		...numberOf(event),
		raw,
	};
}
