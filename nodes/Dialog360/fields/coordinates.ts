import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../shared/failures/failure';

/**
 * A location as messages and template headers have it. 360dialog documents the degrees as numbers and WhatsApp as texts;
 * both are taken, so they stay what they were.
 *
 * @throws Failure when latitude or longitude is no number of degrees
 */
export function locationObject(given: {
	latitude: unknown;
	longitude: unknown;
	name?: unknown;
	address?: unknown;
}): IDataObject {
	const { name, address } = given;
	return {
		latitude: degrees('Latitude', given.latitude, 90),
		longitude: degrees('Longitude', given.longitude, 180),
		...(isGiven(name) && { name: String(name) }),
		...(isGiven(address) && { address: String(address) }),
	};
}

function degrees(label: string, value: unknown, max: number): number | string {
	// Spreadsheets of many countries write a comma.
	const text = String(value ?? '')
		.trim()
		.replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
	if (text !== '' && Math.abs(Number(text)) <= max) return typeof value === 'number' ? value : text;
	throw badField(
		label,
		`must be a number of degrees between -${max} and ${max}, not "${text}"`,
		`Give a decimal number in '${label}', e.g. 48.8584.`,
	);
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && String(value).trim() !== '';
}
