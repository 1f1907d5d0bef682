import type { PhoneNumber } from 'libphonenumber-js/mobile';

/** A way to read a number: its digits with the country code, and how well they fit the country's rules. */
export interface Reading {
	digits: string;
	/** 2 a mobile number of its country, 1 one of a possible length, 0 none. */
	fit: number;
	/** The country's calling code, where it has one. */
	code?: string;
}

/** The rules of all countries, by libphonenumber. */
export interface NumberingPlans {
	/** Whether a country has the calling code, e.g. `49`. */
	isCallingCode(code: string): boolean;
	/**
	 * @param digits with a `+` before them where they have a country code
	 * @param callingCode of those without
	 */
	read(digits: string, callingCode?: string): Reading;
}

/** Loaded with the first number: the rules of all countries are large. */
export async function numberingPlans(): Promise<NumberingPlans> {
	const { getCountries, getCountryCallingCode, parsePhoneNumberFromString } = await import('libphonenumber-js/mobile');
	return {
		isCallingCode: (code) => getCountries().some((country) => getCountryCallingCode(country) === code),
		read(digits, defaultCallingCode) {
			const found = parsePhoneNumberFromString(digits, { defaultCallingCode, extract: false });
			return found
				? { digits: found.number.slice(1), fit: fitOf(found), code: found.countryCallingCode }
				: { digits: digits.replace('+', ''), fit: 0 };
		},
	};
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
