import { requiredText } from '../../shared/input/checks';
import { phoneNumber } from '../../shared/input/phoneNumber';

/** The kind of channel whose customers are known by a phone number. */
export const WHATSAPP = 'whatsapp';

/** Whom a message goes to, as the fields of its body. */
export type Recipient = { to: string } | { bsuid: string };

/**
 * The recipient of a message. WhatsApp takes a phone number in any usual writing, which becomes `+31612345678`; other
 * channels take the platform's identifier as it is. A BSUID stands for a customer whose number WhatsApp does not show
 * and counts where there is no recipient (https://docs.callbell.eu/api/reference/messages_api/post_send_messages).
 *
 * @throws Failure when both are empty, or the phone number is none
 */
export function recipient(
	from: string,
	value: unknown,
	options: { bsuid?: unknown; defaultCountryCode?: unknown },
): Recipient {
	const text = String(value ?? '').trim();
	const bsuid = String(options.bsuid ?? '').trim();
	if (text === '' && bsuid !== '') return { bsuid };
	return { to: identifier('Recipient', from, value, options.defaultCountryCode) };
}

/** A phone number with `+` on WhatsApp, otherwise the text as it is. `label` is the field's name in the editor. */
export function identifier(label: string, from: string, value: unknown, defaultCountryCode?: unknown): string {
	if (from === WHATSAPP) return `+${phoneNumber(label, value, defaultCountryCode)}`;
	return requiredText(
		label,
		value,
		`Give the customer's identifier on the platform in '${label}', as the trigger gave it.`,
	).trim();
}

/** Without the `+`, as Callbell writes numbers in its events. */
export function keyOf(to: Recipient): string {
	return 'to' in to ? to.to.replace(/^\+/, '') : to.bsuid;
}
