import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getCountryCallingCode, getExampleNumber, isValidPhoneNumber } from 'libphonenumber-js/max';
import { isValidPhoneNumber as isMobileNumber } from 'libphonenumber-js/mobile';
import { phoneNumber } from '../../../nodes/shared/input/phone/phoneNumber';

const read = (value: unknown, code: string) => phoneNumber('Recipient', value, code);

describe('a national number with the default country code', () => {
	it.each([
		['a digit is missing', '06 12 34 56 7', '33', 'France'],
		['a digit is missing and a spreadsheet took the zero', 61234567, '33', 'France'],
		['a digit is too many', '06 12 34 56 78 9', '33', 'France'],
		['a digit is too many and the zero is gone', '6123456789', '33', 'France'],
		['a digit is missing in North America', '202555012', '1', 'United States'],
		['a digit is too many in North America', '20255501234', '1', 'United States'],
		['a digit is missing behind the own code', '33 6 12 34 56 7', '33', 'France'],
		['a digit is missing behind the own code, where landlines are of any length', '491511234567', '49', 'Germany'],
		['a digit is missing of a mobile number', '0151 1234567', '49', 'Germany'],
		['it is a postal code', '10115', '49', 'Germany'],
		['it is another postal code', 46000, '49', 'Germany'],
		['it is an amount', '1.299.000', '49', 'Germany'],
		['it is a day', '05.12.26', '49', 'Germany'],
		['it is a postal code that fits a landline', '1010', '43', 'Austria'],
		['it is one that a zero before it makes longer', 20100, '39', 'Italy'],
		['it is one of a country with short landlines', '20100', '358', 'Finland'],
		['it is an amount in one', 120000, '43', 'Austria'],
		['it is an amount in thousands', '120.000', '43', 'Austria'],
		['it is a day that fits a landline', '31.12.26', '43', 'Austria'],
		['it is too short for the area', '23456', '1876', 'the country with the code 1876'],
	])('is refused by the name of the country where %s', (_, value, code, country) => {
		expect(() => read(value, code)).toThrow(
			expect.objectContaining({
				message: `'Recipient' holds "${value}", which is no number of ${country} ('Default Country Code' ${code}): digits are missing, too many or wrong`,
				facts: expect.objectContaining({ nextStep: expect.stringContaining("give it in 'Recipient'") }),
			}),
		);
	});

	it.each([
		['a landline', '030 123456', '49', '4930123456'],
		['a landline without its zero', '142685300', '33', '33142685300'],
		['a landline with the code of the country', '34914123456', '34', '34914123456'],
		['a short landline', '24 12 34', '352', '352241234'],
		['an ID from WhatsApp', '4915112345678', '33', '4915112345678'],
		['an ID from WhatsApp of a country whose numbers became longer', '22997123456', '33', '22997123456'],
		['an ID from WhatsApp of a country whose rules nobody knows yet', '888123456789', '1', '888123456789'],
		['an ID from WhatsApp of Brazil', '551187654321', '55', '551187654321'],
		['a number of an area', '2345678', '1876', '18762345678'],
	])('is read where it is %s', (_, value, code, digits) => {
		expect(read(value, code)).toBe(digits);
	});

	it('is refused where it is a postal code, an amount or a day, but of islands with mobile numbers as short', () => {
		const short = ['1010', '8001', '20100', '75001', '120000', '10-10', '12.500', '250.000', '31.12.26'];
		const read = getCountries().flatMap((country) => {
			const code = getCountryCallingCode(country);
			return short.flatMap((given) => answer(given, code) ?? []).filter((digits) => !isMobileNumber(`+${digits}`));
		});
		expect(read).toEqual([]);
	});

	// Kazakhstan has the code 7, so that a number with a digit too many is one of it with its code.
	it('is refused in every country where a digit is missing or too many, unless it is a number there as well', () => {
		const wrong: string[] = [];
		let refused = 0;
		for (const country of getCountries()) {
			const example = getExampleNumber(country, examples);
			if (!example) continue;
			const { nationalNumber, countryCallingCode } = example;
			for (const given of [nationalNumber.slice(0, -1), `${nationalNumber}7`]) {
				const digits = answer(given, countryCallingCode);
				if (digits === undefined) refused++;
				else if (!isValidPhoneNumber(`+${digits}`)) wrong.push(`${country} ${given} as ${digits}`);
			}
		}
		expect(wrong).toEqual(['KZ 77100099987 as 77100099987']);
		expect(refused).toBeGreaterThan(450);
	});
});

/** The digits; undefined where it is refused. */
function answer(value: string, code: string): string | undefined {
	try {
		return read(value, code);
	} catch {
		return undefined;
	}
}
