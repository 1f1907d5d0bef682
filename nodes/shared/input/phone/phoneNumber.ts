import { badField } from '../../failures/failure';
import { text } from '../text';
import { best, isCallingCode, readDigits } from './numberingPlans';
import type { Reading } from './numberingPlans';
import { phoneWriting } from './phoneWriting';
import type { PhoneWriting } from './phoneWriting';
import { clip } from '../../failures/clip';

/** ITU-T E.164: at most 15 digits with the country code; no country has numbers shorter than 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/** A country of the code 1 with the area that is its own, e.g. 1876 of Jamaica. */
const AREA_OF_NORTH_AMERICA = /^1([2-9]\d\d)$/;
/** Of a number there without the area. */
const LOCAL_DIGITS = 7;

/**
 * Numbers that WhatsApp writes in a way of its own, by which it knows the account: Mexico with a 1 behind the country
 * code, Argentina with or without the 9 of mobiles, Brazil without the ninth digit of mobiles.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/phone-numbers
 */
const WHATSAPP_ID = /^(521\d{10}|549?\d{10}|55\d{10})$/;

/** Before a local mobile number in Mexico until 2019, and in many address books since. */
const OLD_PREFIX_OF_MEXICO = /^(04[45]|01)(?=\d{10}$)/;

/**
 * A phone number in any usual writing as digits with the country code and without `+`, e.g. `4915112345678`. The rules
 * of each country are libphonenumber's, with the exceptions that WhatsApp makes. What came from WhatsApp passes as it
 * is.
 *
 * @param label the field's name in the editor
 * @param defaultCountryCode of numbers without one, e.g. `49` or `+49`; empty for none
 * @throws Failure when it is empty or no number, was rounded by a spreadsheet, has no country code, or too few or too
 * many digits for its country
 */
export function phoneNumber(label: string, value: unknown, defaultCountryCode: unknown = ''): string {
	const writing = phoneWriting(label, value);
	const code = countryCode(defaultCountryCode);
	const international = internationalDigits(writing);
	if (international?.startsWith('0')) throw withoutCode(label, writing, code);
	if (international !== undefined) return accept(label, writing, fromAbroad(international, writing));
	if (writing.compact.startsWith('0')) {
		if (!code) throw withoutCode(label, writing, code);
		return accept(label, writing, atHome(writing.compact, code));
	}
	const whole = fromAbroad(writing.compact, writing);
	if (!code) return accept(label, writing, whole);
	const national = atHome(writing.compact, code);
	const isWhole = whole.fit > national.fit || (whole.fit === national.fit && whole.digits.startsWith(code));
	return accept(label, writing, isWhole ? whole : national);
}

/**
 * Whether a number can be a mobile one, as most of WhatsApp's are; a hint for one that WhatsApp refused.
 *
 * @param digits with the country code, as {@link phoneNumber} answers them
 */
export function canBeMobile(digits: string): boolean {
	return WHATSAPP_ID.test(digits) || readDigits(`+${digits}`).fit === 2;
}

/** The digits behind `+` or `00`, or both. */
function internationalDigits({ compact }: PhoneWriting): string | undefined {
	return /^(?:\+00|\+|00)(.*)$/.exec(compact)?.[1];
}

function fromAbroad(digits: string, { zeroInBrackets }: PhoneWriting): Reading {
	if (WHATSAPP_ID.test(digits)) return { digits, fit: 2 };
	const whole = readDigits(`+${digits}`);
	if (whole.fit === 2 && !zeroInBrackets) return whole;
	// The library takes the trunk prefix of a country away; a zero where there is none is written by mistake as well.
	const code = whole.code ?? zeroInBrackets?.[0].replace(/^(\+|00)/, '') ?? '';
	const national = digits.slice(code.length);
	return best([whole, ...[/^0/, /^0+/].map((zeros) => readDigits(`+${code}${national.replace(zeros, '')}`))]);
}

function atHome(digits: string, code: string): Reading {
	// Countries that share the code 1, e.g. Jamaica, are named with the area behind it.
	const [, area] = AREA_OF_NORTH_AMERICA.exec(code) ?? [];
	if (area) return readDigits(digits.length === LOCAL_DIGITS ? `${area}${digits}` : digits, '1');
	const candidates = [digits, digits.replace(/^0/, '')];
	if (code === '52') candidates.push(digits.replace(OLD_PREFIX_OF_MEXICO, ''));
	// A spreadsheet takes away a zero that belongs to the number, e.g. in the Ivory Coast.
	if (!digits.startsWith('0')) candidates.push(`0${digits}`);
	return best(candidates.map((candidate) => readDigits(candidate, code)));
}

function accept(label: string, { given, isId }: PhoneWriting, { digits, fit }: Reading): string {
	const isLong = digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS;
	if (isLong && (fit > 0 || isId)) return digits;
	const nextStep = `Give one number with its country code in '${label}', e.g. +49 151 12345678.`;
	if (isLong)
		throw badField(label, `holds "${clip(given)}", whose digits are too few or too many for its country`, nextStep);
	throw badField(
		label,
		`holds "${clip(given)}", which makes ${digits.length} digits with the country code; phone numbers have ${MIN_DIGITS} to ${MAX_DIGITS}`,
		nextStep,
	);
}

function countryCode(value: unknown): string {
	const given = text('Default Country Code', value).trim();
	const digits = given.replace(/[\s()-]/g, '').replace(/^(\+|00)/, '');
	if (digits === '' || isCallingCode(digits) || AREA_OF_NORTH_AMERICA.test(digits)) return digits;
	throw badField(
		'Default Country Code',
		`holds "${clip(given)}", which is the code of no country`,
		'Give the code that is dialled before a number of the country, e.g. 49.',
	);
}

function withoutCode(label: string, { given }: PhoneWriting, code: string) {
	const otherwise = code ? 'as it is dialled within its country' : "set the option 'Default Country Code'";
	return badField(
		label,
		`holds "${clip(given)}", a number without its country code`,
		`Give it with the country code, e.g. +49 151 12345678, or ${otherwise}.`,
	);
}
