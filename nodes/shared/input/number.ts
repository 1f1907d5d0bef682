import { badField } from '../failures/failure';
import { numberFault } from '../failures/values/valueFault';
import { oneValue } from './text';
import { clip } from '../failures/clip';

/** What a number may be. */
export interface Range {
	min?: number;
	max?: number;
	/** Where the field is empty; without it the field must be filled in. */
	fallback?: number;
	/** For a sentence. */
	example?: number;
	/** The same where only a part of what was given is read here. */
	shown?: string;
}

/** A text whose only separator stands before three digits: a decimal point to one writer, of thousands to another. */
const IN_THOUSANDS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Thousands that are set apart in a way that leaves one meaning, e.g. `1.299,00`, `1 299`, `1.299.000` or, in India,
 * `1,00,000`.
 */
const GROUPED = [
	/^[+-]?\d{1,3}(?:\.\d{3})+,\d\d$/,
	/^[+-]?\d{1,3}(?:,\d{3})+\.\d\d$/,
	/^[+-]?\d{1,3}(?:\.\d{3}){2,}$/,
	/^[+-]?\d{1,3}(?:,\d{3}){2,}$/,
	/^[+-]?\d{1,2}(?:,\d\d)+,\d{3}(?:\.\d\d)?$/,
	/^[+-]?\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d{1,2})?$/,
];
/** The same, but for the one before decimals. */
const SEPARATORS = /[.,\s'’](?=.*\d{3})/gs;

/**
 * A whole number, e.g. a limit, given as number or as digits.
 *
 * @throws Failure when it is none, or out of its range
 */
export function wholeNumber(label: string, value: unknown, range: Range = {}): number {
	const example = range.fallback ?? 5;
	const number = decimal(label, value, { example, ...range });
	if (Number.isSafeInteger(number)) return number;
	throw badField(label, `holds ${number}, which is no whole number`, `Give digits only, e.g. ${example}.`);
}

/**
 * A number with or without decimals, e.g. of degrees; a decimal comma is read as one, and thousands may be set apart
 * where that has one meaning.
 *
 * @throws Failure when it is none, out of its range, or a text whose only separator may be one of thousands
 */
export function decimal(
	label: string,
	value: unknown,
	{ min = -Infinity, max = Infinity, fallback, example = fallback ?? 48.85, shown }: Range = {},
): number {
	const written = typeof value === 'boolean' ? String(value) : oneValue(label, value).replace(/^[‐-―−]/, '-');
	const given = GROUPED.some((pattern) => pattern.test(written)) ? written.replace(SEPARATORS, '') : written;
	if (given === '') {
		if (fallback !== undefined) return fallback;
		throw badField(label, 'is empty', `Give a number in '${label}'.`);
	}
	if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(given)) {
		throw badField(
			label,
			`holds "${clip(shown ?? given)}", which is no number`,
			`Give a number in '${label}', e.g. ${example}.`,
		);
	}
	const number = Number(given.replace(',', '.'));
	const fault = numberFault(label, number);
	if (fault) throw fault;
	const inThousands = Number(given.replace(/[.,]/, ''));
	if (typeof value === 'string' && IN_THOUSANDS.test(given) && inThousands >= min && inThousands <= max) {
		throw badField(
			label,
			`holds "${given}", which may be ${inThousands} or ${number}`,
			`Give it without a thousands separator, e.g. ${inThousands} or ${inThousands}.00; the other is ${number.toFixed(4)}.`,
		);
	}
	if (number >= min && number <= max) return number;
	throw badField(label, `holds ${number}; it must be ${rangeText(min, max)}`, `Give such a number in '${label}'.`);
}

function rangeText(min: number, max: number): string {
	if (max === Infinity) return `${min} or more`;
	return min === -Infinity ? `${max} or less` : `${min} to ${max}`;
}
