import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import rules from 'libphonenumber-js/metadata.max.json';
import { phoneNumber } from '../../../nodes/shared/input/phone/phoneNumber';

/** A mobile number of a country, and how people there and abroad write it. */
interface Example {
	country: string;
	code: string;
	digits: string;
	national: string;
	trunk: string;
}

const all: Example[] = getCountries().flatMap((country) => {
	const example = getExampleNumber(country, examples);
	if (!example) return [];
	const code: string = example.countryCallingCode;
	const national = String(example.nationalNumber);
	return [{ country, code, digits: code + national, national, trunk: trunkOf(country) }];
});

/** What is dialled before a number within its country; the library keeps it at this place, and 0 where there is none. */
function trunkOf(country: keyof typeof rules.countries): string {
	const prefix = rules.countries[country][5];
	return typeof prefix === 'string' ? prefix : '';
}

const spaced = (digits: string) => digits.replace(/(\d{3})(?=\d)/g, '$1 ');

/** Value and default country code of each writing. */
const writings: Record<string, (example: Example) => [unknown, string]> = {
	'as at home': ({ national, code }) => [spaced(national), code],
	'with the trunk prefix': ({ national, code, trunk }) => [`${trunk}${spaced(national)}`, code],
	'with +': ({ national, code }) => [`+${code} ${spaced(national)}`, ''],
	'with 00': ({ national, code }) => [`00${code}-${national}`, ''],
	'with the trunk zero in brackets': ({ national, code }) => [`+${code} (0) ${spaced(national)}`, ''],
	'as from North America': ({ digits, code }) => [`011 ${spaced(digits)}`, code === '1' ? '1876' : '1'],
	'with the trunk prefix by mistake': ({ national, code, trunk }) => [`+${code} ${trunk}${national}`, ''],
	'as a number of a spreadsheet': ({ digits }) => [Number(digits), ''],
	'as a number of a spreadsheet that lost the zero': ({ national, code }) => [Number(national), code],
};

/** What is read as another number, with the reason. */
const OTHERWISE: Record<string, string> = {
	'GA as a number of a spreadsheet that lost the zero':
		'Gabon has numbers with and without a zero before the same digits, and the country code stands before both',
};

it('is read of every country in each writing', () => {
	const otherwise: string[] = [];
	for (const example of all) {
		for (const [name, write] of Object.entries(writings)) {
			const [value, code] = write(example);
			if (read(value, code) !== example.digits) otherwise.push(`${example.country} ${name}`);
		}
	}
	expect(all.length).toBeGreaterThan(240);
	expect(otherwise).toEqual(Object.keys(OTHERWISE));
});

it('is read as the same again, with its country code for the default and without one', () => {
	const otherwise: string[] = [];
	for (const example of all) {
		for (const [name, write] of Object.entries(writings)) {
			const [value, code] = write(example);
			const digits = read(value, code);
			if (!/^\d+$/.test(digits)) continue;
			for (const again of ['', example.code]) {
				if (read(digits, again) !== digits) otherwise.push(`${example.country} ${name} ${again}: ${digits}`);
			}
		}
	}
	expect(otherwise).toEqual([]);
});

/** The digits, or why there are none. */
function read(value: unknown, code: string | undefined): string {
	try {
		return phoneNumber('Recipient', value, code);
	} catch (error) {
		return (error as Error).message;
	}
}
