import { clip } from '../../../../shared/failures/clip';
import { badField } from '../../../../shared/failures/failure';
import { pageLink } from '../../../../shared/input/files/link';
import { optionalEmail, optionalIdentifier } from '../../../../shared/input/identifier';
import { phoneNumber } from '../../../../shared/input/phone/phoneNumber';
import { oneValue } from '../../../../shared/input/text';
import { customerText } from '../../../../shared/input/words/customerText';
import { entryOf } from '../../../../shared/json';

/** Digits of the shortest numbers that are dialled, e.g. 112, and of the longest with an extension behind them. */
const MIN_DIGITS = 3;
const MAX_DIGITS = 20;
/** Words may stand behind digits only, e.g. `1-800-FLOWERS`, `030 123 ext. 4`. */
const DIALLED = /^[\s(*#]*\+?[\s(]*\p{Nd}/u;
/** What is no number of a phone: an address, two numbers, a date, what a spreadsheet rounded. */
const NOT_DIALLED = /@|:\/\/|\+.*\+|^\d{4}-\d\d-\d\d|^[\d.,]+e\+?\d+$/i;
/** A host alone, as people write an address. */
const HOST = /^(?:[^\s/@.]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;
/** Addresses of other kinds, but those that nobody else can open. */
const OTHER_ADDRESS = /^(?!(?:https?|javascript|vbscript|data|blob|file):)[a-z][a-z\d+.-]*:\S+$/i;

type Reader = (label: string, value: unknown, defaultCountryCode: unknown) => string;

/** How the fields of a contact card are read that are more than words, by WhatsApp's names; empty where they are. */
const READERS: Record<string, Reader> = {
	email: optionalEmail,
	phone,
	url,
	country_code: countryCode,
	wa_id: (label, value, code) => (optionalIdentifier(label, value) === '' ? '' : phoneNumber(label, value, code)),
};

/**
 * A field of a contact card as text.
 *
 * @param name WhatsApp's
 * @throws Failure when the customer could do nothing with it
 */
export function cardText(name: string, label: string, value: unknown, defaultCountryCode: unknown): string {
	const read = entryOf(READERS, name) ?? words;
	return read(label, value, defaultCountryCode).trim();
}

function words(label: string, value: unknown): string {
	return customerText(label, value);
}

/** WhatsApp shows a phone number as it is written, with letters or an extension too. */
function phone(label: string, value: unknown): string {
	const given = optionalIdentifier(label, value).replace(/^tel:/i, '');
	const digits = given.match(/\p{Nd}/gu)?.length ?? 0;
	const isLong = digits >= MIN_DIGITS && digits <= MAX_DIGITS;
	if (given === '' || (isLong && DIALLED.test(given) && !NOT_DIALLED.test(given))) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no phone number`,
		`Give one number that can be dialled in '${label}', e.g. +1 (650) 555-1234.`,
	);
}

function url(label: string, value: unknown): string {
	const given = oneValue(label, value);
	const address = HOST.test(given) ? `https://${given}` : given;
	if (/^https?:\/\/\S*$/i.test(address)) {
		// Colleagues may share one of their own network.
		pageLink(label, address, true);
		return given;
	}
	if (given === '' || OTHER_ADDRESS.test(given)) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no address of a page`,
		`Give the whole address in '${label}', e.g. https://example.com.`,
	);
}

function countryCode(label: string, value: unknown): string {
	const given = oneValue(label, value);
	if (given === '' || /^[a-z]{2}$/i.test(given)) return given;
	throw badField(label, `holds "${clip(given)}"; a country has two letters here`, 'Give its code, e.g. DE.');
}
