import rules from 'libphonenumber-js/metadata.mobile.json';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/mobile';

/**
 * Where the library keeps what it knows of a country: what is dialled before numbers abroad, the pattern of all its
 * numbers, their lengths, what is dialled before them within the country, and the same of mobile ones (METADATA.md of
 * its repository).
 */
const ABROAD = 1;
const PATTERN = 2;
const LENGTHS = 3;
const TRUNK = 5;
const TYPES = 11;
const MOBILE = 1;

/** Digits that a landline may have less than a mobile number: more where its trunk prefix says that it is dialled. */
const SHORTER = 2;
const SHORTER_WITH_TRUNK = 3;

/** A way to read a number: its digits with the country code, and how well they fit the country's rules. */
export interface Reading {
	digits: string;
	/** 2 a mobile number of its country, 1 one of a possible length, 0 none. */
	fit: number;
	/** The country's calling code, where it has one. */
	code?: string;
}

/** Whether a country has the calling code, e.g. `49`. */
export function isCallingCode(code: string): boolean {
	return getCountries().some((country) => getCountryCallingCode(country) === code);
}

/**
 * Reads a number by the rules of its country, which are libphonenumber's. They are large: the package keeps them in a
 * file of their own, which is read with the first number.
 *
 * @param digits with a `+` before them where they have a country code
 * @param defaultCallingCode of those without
 */
export function readDigits(digits: string, defaultCallingCode?: string): Reading {
	const found = parsePhoneNumberFromString(digits, { defaultCallingCode, extract: false });
	return found
		? { digits: found.number.slice(1), fit: fitOf(found), code: found.countryCallingCode }
		: { digits: digits.replace('+', ''), fit: 0 };
}

/** The reading that fits best; of equal ones the first. */
export function best(readings: Reading[]): Reading {
	return readings.reduce((one, other) => (other.fit > one.fit ? other : one));
}

/** With the library's rules for mobile numbers, a number is valid when it can be a mobile one. */
function fitOf(found: PhoneNumber): number {
	if (found.isValid()) return 2;
	return found.isPossible() ? 1 : 0;
}

/**
 * A reading of a number without a sign for its country code, which must be one by the rules of the country: 0 fits
 * where a mobile number lacks a digit or has one too many, or no number of the country is written so.
 *
 * @param dialled its digits as they were given
 */
export function strict(reading: Reading, dialled: string): Reading {
	const { digits, fit, code } = reading;
	if (fit !== 1 || code === undefined) return reading;
	const national = digits.slice(code.length);
	const plans = plansOf(code);
	const hasTrunk = plans.some((plan) => typeof plan[TRUNK] !== 'string' || dialled.startsWith(plan[TRUNK]));
	const shortest = Math.min(...plans.flatMap(mobileLengths)) - (hasTrunk ? SHORTER_WITH_TRUNK : SHORTER);
	const isOne = plans.some((plan) => new RegExp(`^(?:${String(plan[PATTERN])})$`).test(national));
	return isOne && national.length >= shortest && !isNearlyMobile(digits) ? reading : { ...reading, fit: 0 };
}

/** Whether a digit more or less at the end makes a mobile number of it. @param digits with the country code */
export function isNearlyMobile(digits: string): boolean {
	const others = [digits.slice(0, -1), ...Array.from('0123456789', (digit) => digits + digit)];
	return others.some((other) => readDigits(`+${other}`).fit === 2);
}

/** The digits behind what is dialled in a country before numbers abroad, e.g. `011` in North America. */
export function digitsAbroad(dialled: string, code: string): string | undefined {
	const [plan] = plansOf(code);
	const prefix = new RegExp(`^(?:${String(plan?.[ABROAD])})`).exec(dialled)?.[0];
	return prefix === undefined ? undefined : dialled.slice(prefix.length);
}

/** Digits of the longest number of a country, without its code. */
export function longestNumber(code: string): number {
	return Math.max(...plansOf(code).flatMap((plan) => plan[LENGTHS] as number[]));
}

/** The country of a calling code in English, the largest of several, e.g. `France`. */
export function countryName(code: string): string {
	const [country] = metadata().country_calling_codes[code] ?? [];
	const name = country && new Intl.DisplayNames(['en'], { type: 'region' }).of(country);
	return name ?? `the country with the code ${code}`;
}

function mobileLengths(plan: unknown[]): number[] {
	const types = plan[TYPES] as unknown[][] | 0 | undefined;
	const mobile = types ? (types[MOBILE] as unknown[] | 0 | undefined) : undefined;
	return ((mobile && mobile[1]) || plan[LENGTHS]) as number[];
}

function plansOf(code: string): unknown[][] {
	return countriesOf(code).map((country) => metadata().countries[country] ?? []);
}

/** The countries of a calling code, with or without an area of North America, the one that gives it its rules first. */
function countriesOf(code: string): CountryCode[] {
	const countries = metadata().country_calling_codes;
	return countries[code] ?? (code.startsWith('1') ? countries['1']! : []);
}

function metadata(): MetadataJson {
	return rules as unknown as MetadataJson;
}
