import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import type { PhoneNumber } from 'libphonenumber-js/mobile';

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
