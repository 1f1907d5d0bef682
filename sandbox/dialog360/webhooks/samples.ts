import { type Change, CUSTOMER, messagesChange, newMessageId, whatsappTime } from './envelope';
import { OTHER_SAMPLES } from './fieldSamples';
import { MESSAGE_SAMPLES } from './messageSamples';

export { MESSAGE_SAMPLES, OTHER_SAMPLES };

/** An incoming message of a sample's kind. `wanted` overrides its fields. */
export function messageChange(kind: string, wanted: object = {}): Change {
	const message = {
		from: CUSTOMER.wa_id,
		id: newMessageId(),
		timestamp: whatsappTime(),
		...MESSAGE_SAMPLES[kind],
		...wanted,
	};
	// What a sample takes out is not there, as in what is called.
	return messagesChange({ contacts: [CUSTOMER], messages: [JSON.parse(JSON.stringify(message))] });
}

/** A customer who hides the phone number. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
function hiddenNumberChange(): Change {
	const id = 'US.13491208655302741918';
	return messagesChange({
		contacts: [{ profile: { name: 'Sheena Nelson', username: 'realsheena' }, user_id: id }],
		messages: [{ from_user_id: id, id: newMessageId(), timestamp: whatsappTime(), ...MESSAGE_SAMPLES.text }],
	});
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
export function statusChange(wanted: object = {}): Change {
	return messagesChange({
		statuses: [
			{
				id: newMessageId(),
				status: 'sent',
				timestamp: whatsappTime(),
				recipient_id: CUSTOMER.wa_id,
				pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
				...wanted,
			},
		],
	});
}

/** A change of any kind that this file knows. */
export function sampleChange(kind: string): Change | undefined {
	if (kind in MESSAGE_SAMPLES) return messageChange(kind);
	if (kind === 'hidden_number') return hiddenNumberChange();
	if (kind === 'status') return statusChange();
	return OTHER_SAMPLES[kind]?.();
}
