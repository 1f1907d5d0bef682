import { accepted, acceptedAtHome, withoutCode } from './accepted';
import { AREA_OF_NORTH_AMERICA, countryCode } from './countryCode';
import { best, digitsAbroad, isNearlyMobile, longestNumber, readDigits, strict } from './numberingPlans';
import type { Reading } from './numberingPlans';
import { phoneWriting } from './phoneWriting';
import type { PhoneWriting } from './phoneWriting';

/** Of a number there without the area. */
const LOCAL_DIGITS = 7;

/**
 * Numbers that WhatsApp writes in a way of its own, by which it knows the account: Mexico with a 1 behind the country
 * code, Argentina with or without the 9 of mobiles, Brazil without the ninth digit of mobiles.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/phone-numbers
 */
const WHATSAPP_ID = /^(521\d{10}|549?[1-8]\d{9}|55\d{10})$/;

const MEXICO = '52';
/** Before a local mobile number in Mexico until 2019, and in many address books since. */
const OLD_PREFIX_OF_MEXICO = /^(04[45]|01)(?=\d{10}$)/;
/** The 1 that stood between the country code and a mobile number, and an area of two digits behind it. */
const OLD_PREFIX_AND_AREA = /^\D*1\D+\d\d\D/;

/** In the place of a default country code where a form has no field for it. */
export const NO_SUCH_FIELD = Symbol('no field for a default country code');

/**
 * A phone number in any usual writing as digits with the country code and without `+`, e.g. `4915112345678`. The rules
 * of each country are libphonenumber's, with the exceptions that WhatsApp makes. What came from WhatsApp passes as it
 * is.
 *
 * @param label the field's name in the editor
 * @param defaultCountryCode of numbers without one, e.g. `49` or `+49`; empty for none, or {@link NO_SUCH_FIELD}
 * @throws Failure when it is empty or no number, was rounded by a spreadsheet, has no country code, or too few or too
 * many digits for its country
 */
export function phoneNumber(label: string, value: unknown, defaultCountryCode: unknown = ''): string {
	const writing = phoneWriting(label, value);
	const code = defaultCountryCode === NO_SUCH_FIELD ? undefined : countryCode(defaultCountryCode);
	const international = internationalDigits(writing);
	const abroad = code ? dialledAbroad(writing, code) : undefined;
	if (international?.startsWith('0') && !abroad) throw withoutCode(label, writing, code);
	if (international !== undefined) {
		const reading = strict(fromAbroad(international, writing), international);
		// In some countries a digit behind 00 may be of what is dialled: only where it makes no number with that.
		return accepted(label, writing, abroad && reading.fit === 0 ? abroad : reading);
	}
	if (abroad?.fit === 2) return accepted(label, writing, abroad);
	if (writing.compact.startsWith('0')) {
		if (!code) throw withoutCode(label, writing, code);
		const national = atHome(writing.compact, code);
		if (national.fit === 0 && abroad) return accepted(label, writing, abroad);
		return acceptedAtHome(label, writing, national, code);
	}
	const whole = fromAbroad(writing.compact, writing);
	if (!code) {
		// Without a sign for it, 202 555 0123 of Washington would be a number in Egypt.
		const isWhole = writing.isId || (writing.first === whole.code && whole.fit === 2);
		if (!isWhole) throw withoutCode(label, writing, code);
		return accepted(label, writing, whole);
	}
	const isOld = code === MEXICO && hasOldPrefix(writing, whole);
	const national = atHome(isOld ? writing.compact.slice(1) : writing.compact, code);
	if (!isOld && isWhole(strict(whole, writing.compact), national, code)) return accepted(label, writing, whole);
	// What came from WhatsApp is longer than any number of the country, also where the rules do not know its own yet.
	const isFromElsewhere = !whole.digits.startsWith(code) && whole.digits.length > longestNumber(code) + 1;
	if (writing.isId && national.fit === 0 && isFromElsewhere) return accepted(label, writing, whole);
	return acceptedAtHome(label, writing, national, code);
}

/**
 * Whether a number of Mexico was written with the old 1 and without the country code. It is North America's code as
 * well, where no area has two digits.
 */
function hasOldPrefix({ compact, given }: PhoneWriting, { fit }: Reading): boolean {
	return /^1\d{10}$/.test(compact) && (fit < 2 || OLD_PREFIX_AND_AREA.test(given));
}

/** Whether digits without a sign for it have a country code: that of the default country, or another and a mobile. */
function isWhole(whole: Reading, national: Reading, code: string): boolean {
	if (whole.digits.startsWith(code)) return whole.fit > 0 && whole.fit >= national.fit;
	return whole.fit === 2 && whole.fit > national.fit;
}

/**
 * Whether a number can be a mobile one, as most of WhatsApp's are; a hint for one that WhatsApp refused.
 *
 * @param digits with the country code, as {@link phoneNumber} answers them
 */
export function canBeMobile(digits: string): boolean {
	return WHATSAPP_ID.test(digits) || readDigits(`+${digits}`).fit === 2;
}

/** The number behind what is dialled in the country before numbers abroad, where it is one. */
function dialledAbroad(writing: PhoneWriting, code: string): Reading | undefined {
	const digits = digitsAbroad(writing.compact, code);
	const reading = digits ? strict(fromAbroad(digits, writing), digits) : undefined;
	return reading && reading.fit > 0 ? reading : undefined;
}

/** The digits behind `+` or `00`, or both. */
function internationalDigits({ compact }: PhoneWriting): string | undefined {
	return /^(?:\+00|\+|00)(.*)$/.exec(compact)?.[1];
}

function fromAbroad(digits: string, { zeroInBrackets }: PhoneWriting): Reading {
	if (WHATSAPP_ID.test(digits)) return { digits, fit: 2, code: digits.slice(0, 2) };
	const whole = readDigits(`+${digits}`);
	if (whole.fit === 2 && !zeroInBrackets) return whole;
	// The library takes the trunk prefix of a country away; a zero where there is none is written by mistake as well.
	const code = whole.code ?? zeroInBrackets?.[0].replace(/^(\+|00)/, '') ?? '';
	const national = digits.slice(code.length);
	const trunks = [/^0/, /^0+/, ...(code === MEXICO ? [OLD_PREFIX_OF_MEXICO] : [])];
	return best([whole, ...trunks.map((trunk) => readDigits(`+${code}${national.replace(trunk, '')}`))]);
}

function atHome(digits: string, code: string): Reading {
	// Countries that share the code 1, e.g. Jamaica, are named with the area behind it.
	const [, area] = AREA_OF_NORTH_AMERICA.exec(code) ?? [];
	if (area) return strict(readDigits(digits.length === LOCAL_DIGITS ? `${area}${digits}` : digits, '1'), digits);
	const candidates = [digits, digits.replace(/^0/, '')];
	if (code === MEXICO) candidates.push(digits.replace(OLD_PREFIX_OF_MEXICO, ''));
	const read = (candidate: string) => strict(readDigits(candidate, code), digits);
	const reading = best(candidates.map(read));
	const isSure = reading.fit === 2 || digits.startsWith('0') || isNearlyMobile(code + digits);
	// A spreadsheet takes away a zero that belongs to the number, e.g. in the Ivory Coast.
	return isSure ? reading : best([reading, read(`0${digits}`)]);
}
