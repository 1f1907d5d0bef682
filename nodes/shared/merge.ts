import type { IDataObject } from 'n8n-workflow';

/** `base` with the fields of `extra`, which win; objects are merged, lists and everything else are replaced. */
export function merge(base: IDataObject, extra: Record<string, unknown>): IDataObject {
	const merged: IDataObject = { ...base };
	for (const [key, value] of Object.entries(extra)) {
		const mine = merged[key];
		merged[key] = isPlain(mine) && isPlain(value) ? merge(mine, value) : (value as IDataObject);
	}
	return merged;
}

function isPlain(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
