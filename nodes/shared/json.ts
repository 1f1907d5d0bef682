import type { IDataObject } from 'n8n-workflow';

/** A value as an object; anything else is an empty one. */
export function asObject(value: unknown): IDataObject {
	return isObject(value) ? value : {};
}

/** Whether a value is an object with fields: no list, not null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An ID as text, or null where it is absent. */
export function idText(value: unknown): string | null {
	return value === undefined || value === null || value === '' ? null : String(value);
}

/** A provider's date as ISO 8601 in UTC, or null where it is none. */
export function isoTimestamp(value: unknown): string | null {
	const date = new Date(typeof value === 'string' || typeof value === 'number' ? value : NaN);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** `base` with the fields of `extra`, which win; objects are merged, lists and everything else are replaced. */
export function merge(base: IDataObject, extra: Record<string, unknown>): IDataObject {
	const merged: IDataObject = { ...base };
	for (const [key, value] of Object.entries(extra)) {
		const mine = merged[key];
		merged[key] = isObject(mine) && isObject(value) ? merge(mine, value) : (value as IDataObject);
	}
	return merged;
}
