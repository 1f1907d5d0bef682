import { asObject, firstId, idText, objectsIn } from '../../../shared/json';
import { explainCode } from '../../provider/errorCodes';
import type { Dialog360Event } from '../calls/event';

/** The business's number that a call is about. */
export function numberOf({ value }: Dialog360Event): { phoneNumberId: string | null; phoneNumber: string | null } {
	const { phone_number_id, display_phone_number } = asObject(value.metadata);
	return {
		phoneNumberId: idText(phone_number_id),
		phoneNumber: firstId(display_phone_number, value.display_phone_number, value.phone_number),
	};
}

/**
 * What lasts of a conversation: the number of the business and the customer or group. A customer is known by the
 * hidden-number ID, because the phone number is there only as long as it is shown. WhatsApp's own conversation ID lives
 * for 24 hours and is mostly left out by now. A number is the same with and without its plus.
 */
export function conversationOf(event: Dialog360Event, customer: string | null): string | null {
	const plain = customer?.replace(/^\+(?=\d+$)/, '');
	return plain ? [numberOf(event).phoneNumberId, plain].filter(Boolean).join(':') : null;
}

/**
 * What an error of WhatsApp says, and what it means
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes).
 */
export function errorFields(errors: unknown) {
	const { code, title, message, error_data, ...others } = objectsIn(errors)[0] ?? {};
	// Older calls of 360dialog have the details beside the code.
	const details = firstId(asObject(error_data).details, others.details);
	const known = explainCode(code);
	return {
		errorCode: idText(code),
		errorMessage: firstId(details, message, title),
		errorTitle: idText(title),
		errorDetails: details,
		errorCause: known?.cause ?? null,
		nextStep: known?.nextStep ?? null,
	};
}
