import { clip } from '../../failures/clip';
import { badField } from '../../failures/failure';
import { oneValue } from '../text';
import { isCallingCode } from './numberingPlans';

/** A country of the code 1 with the area that is its own, e.g. 1876 of Jamaica. */
export const AREA_OF_NORTH_AMERICA = /^1([2-9]\d\d)$/;
/**
 * The digits of a country code that was given as e.g. `49`, `+49` or `0049`; empty where the field is.
 *
 * @throws Failure when no country has it
 */
export function countryCode(value: unknown): string {
	const given = oneValue('Default Country Code', value);
	const digits = given.replace(/[\s()-]/g, '').replace(/^(\+|00)/, '');
	if (digits === '' || isCallingCode(digits) || AREA_OF_NORTH_AMERICA.test(digits)) return digits;
	throw badField(
		'Default Country Code',
		`holds "${clip(given)}", which is the code of no country`,
		'Give the code that is dialled before a number of the country, e.g. 49.',
	);
}
