import { badField } from '../failures/failure';
import { text } from './text';
import { clip } from '../failures/clip';

/** What a number may be. */
export interface Range {
	min?: number;
	max?: number;
	/** Where the field is empty; without it the field must be filled in. */
	fallback?: number;
}

/** A text whose only separator stands before three digits: a decimal point to one writer, of thousands to another. */
const IN_THOUSANDS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * A whole number, e.g. a limit, given as number or as digits.
 *
 * @throws Failure when it is none, or out of its range
 */
export function wholeNumber(label: string, value: unknown, range: Range = {}): number {
	const number = decimal(label, value, range);
	if (Number.isSafeInteger(number)) return number;
	throw badField(label, `holds ${number}, which is no whole number`, `Give digits only, e.g. ${range.fallback ?? 5}.`);
}

/**
 * A number with or without decimals, e.g. of degrees; a decimal comma is read as one.
 *
 * @throws Failure when it is none, out of its range, or a text whose only separator may be one of thousands
 */
export function decimal(
	label: string,
	value: unknown,
	{ min = -Infinity, max = Infinity, fallback }: Range = {},
): number {
	const given = typeof value === 'boolean' ? String(value) : text(label, value).trim();
	if (given === '') {
		if (fallback !== undefined) return fallback;
		throw badField(label, 'is empty', `Give a number in '${label}'.`);
	}
	if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(given)) {
		throw badField(
			label,
			`holds "${clip(given)}", which is no number`,
			`Give a number in '${label}', e.g. ${fallback ?? 48.85}.`,
		);
	}
	const number = Number(given.replace(',', '.'));
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
