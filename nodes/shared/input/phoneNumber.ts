import { badField } from '../failures/failure';

/** ITU-T E.164: at most 15 digits with the country code; no country has numbers shorter than 7. */
const MIN_DIGITS = 7;
const MAX_DIGITS = 15;

/** Countries that keep the 0 at the beginning of a number when it is called from abroad. */
const KEEPS_ZERO = new Set(['39', '225', '241', '242', '378']);

/**
 * Countries whose numbers may themselves begin with the digits of the country code, with the length of a number there:
 * a shorter rest than this shows that the code is missing.
 */
const NATIONAL_LENGTH: Record<string, number> = { 1: 10, 7: 10, 39: 9, 48: 9, 52: 10, 55: 10, 91: 10 };
/** The same for all others. */
const SHORTEST_REST = 7;

/**
 * A phone number in any usual writing as digits with the country code and without `+`, e.g. `4915112345678`:
 * numbers and texts, spaces, dashes, dots, slashes, brackets, `+`, `00`, `+49 (0)`. With a default country code, a
 * number without one gets it: one that begins with 0, or with neither `+` nor `00` nor the code itself.
 *
 * @param label the field's name in the editor
 * @param defaultCountryCode e.g. `49` or `+49`; empty for none
 * @throws Failure when it is empty, holds letters, was rounded by a spreadsheet, has no country code, or has too few
 * or too many digits
 */
export function phoneNumber(label: string, value: unknown, defaultCountryCode: unknown = ''): string {
	const text = plainText(label, value);
	const compact = text
		.replace(/^(tel|whatsapp):/i, '')
		.replace(/^((\+|00)[\s\d().-]*?)\(0\)/, '$1')
		.replace(/[\s().\-/‐-―−·]/g, '')
		.replace(/^＋/, '+');
	if (!/^\+?\d+$/.test(compact)) {
		throw badField(
			label,
			`holds "${clip(text)}", which is no phone number`,
			`Give a number with its country code in '${label}', e.g. +49 151 12345678.`,
		);
	}
	const digits = withCountryCode(label, text, compact, countryCode(defaultCountryCode));
	if (digits.length < MIN_DIGITS || digits.length > MAX_DIGITS) {
		throw badField(
			label,
			`holds "${clip(text)}", which makes ${digits.length} digits with the country code; phone numbers have ${MIN_DIGITS} to ${MAX_DIGITS}`,
			`Give one number with its country code in '${label}', e.g. +49 151 12345678.`,
		);
	}
	return digits;
}

/** The text without what spreadsheets and web pages leave around a number. */
function plainText(label: string, value: unknown): string {
	const text = String(value ?? '')
		.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
		.trim()
		.replace(/^'/, '')
		.replace(/^(\d+)[.,]0+$/, '$1');
	if (text === '')
		throw badField(
			label,
			'is empty',
			`Give a phone number with its country code in '${label}', e.g. +49 151 12345678.`,
		);
	if (/^[\d.,]+e\+?\d+$/i.test(text)) {
		throw badField(
			label,
			`holds "${text}": a spreadsheet has rounded the phone number, and its last digits are lost`,
			'Format the column as text in the spreadsheet, enter the numbers again and read it anew.',
		);
	}
	return text;
}

function countryCode(value: unknown): string {
	const digits = String(value ?? '')
		.trim()
		.replace(/^(\+|00)/, '');
	if (digits === '') return '';
	if (/^[1-9]\d{0,3}$/.test(digits)) return digits;
	throw badField(
		'Default Country Code',
		'must be 1 to 4 digits',
		'Give the code that is dialled before a number of the country, e.g. 49.',
	);
}

function withCountryCode(label: string, text: string, compact: string, code: string): string {
	if (compact.startsWith('+')) return fromCode(label, text, compact.slice(1));
	if (compact.startsWith('00')) return fromCode(label, text, compact.slice(2));
	if (compact.startsWith('0')) {
		if (!code) throw withoutCode(label, text);
		return code + (KEEPS_ZERO.has(code) ? compact : compact.slice(1));
	}
	return !code || hasCode(compact, code) ? compact : code + compact;
}

function fromCode(label: string, text: string, digits: string): string {
	if (digits.startsWith('0')) throw withoutCode(label, text);
	return digits;
}

function hasCode(digits: string, code: string): boolean {
	return digits.startsWith(code) && digits.length - code.length >= (NATIONAL_LENGTH[code] ?? SHORTEST_REST);
}

function withoutCode(label: string, text: string) {
	return badField(
		label,
		`holds "${clip(text)}", a number without its country code`,
		"Give it with the country code, e.g. +49 151 12345678, or set the option 'Default Country Code'.",
	);
}

function clip(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}
