import type { PhoneNumber } from 'libphonenumber-js/mobile';
import { badField } from '../../failures/failure';
import { text } from '../text';
import { phoneWriting } from './phoneWriting';
import type { PhoneWriting } from './phoneWriting';
import { clip } from '../value';

/** ITU-T E.164: at most 15 digits with the country code; no country has numbers shorter than 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/**
 * Numbers that WhatsApp writes in a way of its own, by which it knows the account: Mexico with a 1 behind the country
 * code, Argentina with or without the 9 of mobiles, Brazil without the ninth digit of mobiles.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/phone-numbers
 */
const WHATSAPP_ID = /^(521\d{10}|549?\d{10}|55\d{10})$/;

/** Before a local mobile number in Mexico until 2019, and in many address books since. */
const OLD_PREFIX_OF_MEXICO = /^(04[45]|01)(?=\d{10}$)/;

/** Loaded with the first number: the rules of all countries are large. */
async function library() {
	const { parsePhoneNumberFromString } = await import('libphonenumber-js/mobile');
	return parsePhoneNumberFromString;
}
type Library = Awaited<ReturnType<typeof library>>;

/** A way to read a number: its digits with the country code, and how well they fit the country's rules. */
interface Candidate {
	digits: string;
	/** 2 a mobile number of its country, 1 one of a possible length, 0 none. */
	fit: number;
	/** The country's calling code, where it has one. */
	code?: string;
}

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
export async function phoneNumber(label: string, value: unknown, defaultCountryCode: unknown = ''): Promise<string> {
	const writing = phoneWriting(label, value);
	const code = countryCode(defaultCountryCode);
	const rules = await library();
	const international = internationalDigits(writing);
	if (international?.startsWith('0')) throw withoutCode(label, writing);
	if (international !== undefined) return accept(label, writing, fromAbroad(rules, international, writing));
	if (writing.compact.startsWith('0')) {
		if (!code) throw withoutCode(label, writing);
		return accept(label, writing, atHome(rules, writing.compact, code));
	}
	const whole = fromAbroad(rules, writing.compact, writing);
	if (!code) return accept(label, writing, whole);
	const national = atHome(rules, writing.compact, code);
	const isWhole = whole.fit > national.fit || (whole.fit === national.fit && whole.digits.startsWith(code));
	return accept(label, writing, isWhole ? whole : national);
}

/**
 * Whether a number can be a mobile one, as most of WhatsApp's are; a hint for one that WhatsApp refused.
 *
 * @param digits with the country code, as {@link phoneNumber} answers them
 */
export async function canBeMobile(digits: string): Promise<boolean> {
	return WHATSAPP_ID.test(digits) || read(await library(), `+${digits}`).fit === 2;
}

/** The digits behind `+` or `00`. */
function internationalDigits({ compact }: PhoneWriting): string | undefined {
	return /^(?:\+|00)(.*)$/.exec(compact)?.[1];
}

function fromAbroad(rules: Library, digits: string, { zeroInBrackets }: PhoneWriting): Candidate {
	if (WHATSAPP_ID.test(digits)) return { digits, fit: 2 };
	const whole = read(rules, `+${digits}`);
	if (whole.fit === 2 && !zeroInBrackets) return whole;
	// The library takes the trunk prefix of a country away; a zero where there is none is written by mistake as well.
	const code = whole.code ?? zeroInBrackets?.[0].replace(/^(\+|00)/, '') ?? '';
	const national = digits.slice(code.length);
	return best([whole, ...[/^0/, /^0+/].map((zeros) => read(rules, `+${code}${national.replace(zeros, '')}`))]);
}

function atHome(rules: Library, digits: string, code: string): Candidate {
	const candidates = [digits, digits.replace(/^0/, '')];
	if (code === '52') candidates.push(digits.replace(OLD_PREFIX_OF_MEXICO, ''));
	// A spreadsheet takes away a zero that belongs to the number, e.g. in the Ivory Coast.
	if (!digits.startsWith('0')) candidates.push(`0${digits}`);
	return best(candidates.map((candidate) => read(rules, candidate, code)));
}

function best(candidates: Candidate[]): Candidate {
	return candidates.reduce((one, other) => (other.fit > one.fit ? other : one));
}

function read(parse: Library, digits: string, defaultCallingCode?: string): Candidate {
	const found = parse(digits, { defaultCallingCode, extract: false });
	return found
		? { digits: found.number.slice(1), fit: fitOf(found), code: found.countryCallingCode }
		: { digits: digits.replace('+', ''), fit: 0 };
}

/** With the library's rules for mobile numbers, a number is valid when it can be a mobile one. */
function fitOf(found: PhoneNumber): number {
	if (found.isValid()) return 2;
	return found.isPossible() ? 1 : 0;
}

function accept(label: string, { given, isId }: PhoneWriting, { digits, fit }: Candidate): string {
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
	const digits = text('Default Country Code', value)
		.replace(/[\s()]/g, '')
		.replace(/^(\+|00)/, '');
	if (digits === '') return '';
	if (/^[1-9]\d{0,3}$/.test(digits)) return digits;
	throw badField(
		'Default Country Code',
		'must be 1 to 4 digits',
		'Give the code that is dialled before a number of the country, e.g. 49.',
	);
}

function withoutCode(label: string, { given }: PhoneWriting) {
	return badField(
		label,
		`holds "${clip(given)}", a number without its country code`,
		"Give it with the country code, e.g. +49 151 12345678, or set the option 'Default Country Code'.",
	);
}
