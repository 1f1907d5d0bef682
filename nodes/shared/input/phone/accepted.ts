import { clip } from '../../failures/clip';
import { badField } from '../../failures/failure';
import type { Failure } from '../../failures/failure';
import { countryName, isNearlyMobile, readDigits } from './numberingPlans';
import type { Reading } from './numberingPlans';
import type { PhoneWriting } from './phoneWriting';

/** ITU-T E.164: at most 15 digits with the country code; no country has numbers shorter than 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;
/** Of an ID of WhatsApp whose country has rules that are newer than those here: numbers become longer, not shorter. */
const MIN_DIGITS_OF_NEW = 10;

/** A day with or without its time, e.g. 20261205. */
const DAY = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{4}|\d{6})?$/;
/**
 * A postal code, an amount, or a day with two digits for the year. Landlines of six digits are written in pairs, and
 * only mobile numbers of islands are shorter.
 */
const SHORT = /^(?:0*[1-9](?:\D*\d){0,4}|[1-9]\d{5}|[1-9]\d{0,2}[.'’\s]\d{3}|\d\d?([./-])\d\d?\1\d\d)$/;
/**
 * Seconds or milliseconds since 1970, which nobody writes with anything between them. The numbers of North America,
 * which begin with a 1 as those do, have eleven digits; landlines of São Paulo and Buenos Aires look like seconds
 * of the years before 2017.
 */
const SECONDS = /^1[5-9]\d{8}(\d{3})?$/;

/**
 * The digits of a number.
 *
 * @throws Failure when they are too few or too many, are a time, or have the country code twice
 */
export function accepted(label: string, writing: PhoneWriting, reading: Reading): string {
	const { given, isId } = writing;
	const { digits, fit } = reading;
	const isLong = digits.length >= MIN_DIGITS && digits.length <= MAX_DIGITS;
	const nextStep = `Give one number with its country code in '${label}', e.g. +49 151 12345678.`;
	const code = fit < 2 ? codeTwice(reading) : undefined;
	if (code) throw badField(label, `holds "${clip(given)}", which has the country code ${code} twice`, nextStep);
	if (fit < 2 && isTime(writing)) throw aTime(label, writing);
	if (isLong && (fit > 0 || (isId && digits.length >= MIN_DIGITS_OF_NEW))) return digits;
	if (isLong)
		throw badField(label, `holds "${clip(given)}", whose digits are too few or too many for its country`, nextStep);
	throw badField(
		label,
		`holds "${clip(given)}", which makes ${digits.length} digits with the country code; phone numbers have ${MIN_DIGITS} to ${MAX_DIGITS}`,
		nextStep,
	);
}

/** The country code that stands before a mobile number which has it already. */
function codeTwice({ digits, code }: Reading): string | undefined {
	const isTwice = code !== undefined && digits.startsWith(code + code);
	const other = digits.slice(code?.length);
	return isTwice && (readDigits(`+${other}`).fit === 2 || isNearlyMobile(other)) ? code : undefined;
}

/**
 * Like {@link accepted}, for a number without its country code.
 *
 * @throws Failure where it is no number of the country, by its rules
 */
export function acceptedAtHome(label: string, writing: PhoneWriting, reading: Reading, code: string): string {
	const isOne = reading.fit > 0 && codeTwice(reading) === undefined && !SHORT.test(writing.given);
	if (reading.fit === 2 || isOne) return accepted(label, writing, reading);
	if (isTime(writing)) throw aTime(label, writing);
	throw badField(
		label,
		`holds "${clip(writing.given)}", which is no number of ${countryName(code)} ('Default Country Code' ${code}): digits are missing, too many or wrong`,
		`Correct it. A number of another country needs its code: give it in '${label}' as e.g. +49 151 12345678.`,
	);
}

function isTime({ given, compact }: PhoneWriting): boolean {
	return DAY.test(compact) || (SECONDS.test(compact) && given.trim() === compact);
}

function aTime(label: string, { given }: PhoneWriting): Failure {
	return badField(
		label,
		`holds "${clip(given)}", which is a date or a time and no phone number`,
		`Give one number with its country code in '${label}', e.g. +49 151 12345678.`,
	);
}

/**
 * A number of which nobody knows the country.
 *
 * @param code the default country code; undefined where there is no option for one
 */
export function withoutCode(label: string, { given }: PhoneWriting, code: string | undefined): Failure {
	const otherwise = code ? ', or as it is dialled within its country' : ", or set the option 'Default Country Code'";
	return badField(
		label,
		`holds "${clip(given)}", a number without its country code`,
		`Give it with the country code, e.g. +49 151 12345678${code === undefined ? '' : otherwise}.`,
	);
}
