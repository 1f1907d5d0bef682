import type { IDataObject } from 'n8n-workflow';
import { decimal } from '../../shared/input/number';
import { optionalCustomerText } from '../../shared/input/words/customerText';

/** What a user gave of a place. */
interface Location {
	latitude: unknown;
	longitude: unknown;
	name?: unknown;
	address?: unknown;
}

/**
 * A location as messages and template headers have it, with the degrees as numbers, as 360dialog documents them.
 *
 * @param where begins the fields' labels, e.g. `Header `
 * @param whose begins those of name and address, where others are
 * @throws Failure when latitude or longitude is no number of degrees
 */
export function locationObject(given: Location, where = '', whose = where): IDataObject {
	return {
		latitude: decimal(`${where}Latitude`, given.latitude, { min: -90, max: 90 }),
		longitude: decimal(`${where}Longitude`, given.longitude, { min: -180, max: 180 }),
		...optionalCustomerText('name', `${whose}Name`, given.name),
		...optionalCustomerText('address', `${whose}Address`, given.address),
	};
}
