import { clip } from '../../../../shared/failures/clip';
import { badField } from '../../../../shared/failures/failure';
import { optionalEmail, optionalIdentifier } from '../../../../shared/input/identifier';
import { phoneNumber } from '../../../../shared/input/phone/phoneNumber';
import { text } from '../../../../shared/input/text';
import { entryOf } from '../../../../shared/json';

/** Digits of the shortest numbers that are dialled, e.g. 112. */
const MIN_DIGITS = 3;
/** With a scheme, or a host alone as people write it. */
const ADDRESS = /^([a-z][a-z\d+.-]*:\S+|(?:[^\s/@.]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?)$/iu;

type Reader = (label: string, value: unknown, defaultCountryCode: unknown) => string;

/** How the fields of a contact card are read that are more than words, by WhatsApp's names; empty where they are. */
const READERS: Record<string, Reader> = {
	email: optionalEmail,
	phone,
	url,
	wa_id: (label, value, code) => (optionalIdentifier(label, value) === '' ? '' : phoneNumber(label, value, code)),
};

/**
 * A field of a contact card as text.
 *
 * @param name WhatsApp's
 * @throws Failure when the customer could do nothing with it
 */
export function cardText(name: string, label: string, value: unknown, defaultCountryCode: unknown): string {
	const read = entryOf(READERS, name) ?? text;
	return read(label, value, defaultCountryCode).trim();
}

/** WhatsApp shows a phone number as it is written, with letters or an extension too. */
function phone(label: string, value: unknown): string {
	const given = optionalIdentifier(label, value);
	const digits = given.match(/\p{Nd}/gu)?.length ?? 0;
	const isRounded = /^[\d.,]+e\+?\d+$/i.test(given);
	if (given === '' || (digits >= MIN_DIGITS && !/@|:\/\//.test(given) && !isRounded)) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no phone number`,
		`Give a number that can be dialled in '${label}', e.g. +1 (650) 555-1234.`,
	);
}

function url(label: string, value: unknown): string {
	const given = text(label, value).trim();
	if (given === '' || ADDRESS.test(given)) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no address of a page`,
		`Give the whole address in '${label}', e.g. https://example.com.`,
	);
}
