import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../door/itemContext';
import { wholeNumber } from './number';
import { toggle } from './toggle';

/** Return All and Limit, of every operation that lists. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** The limit that the user set; no limit with Return All. */
export function limitOf(item: ItemContext): number {
	if (toggle('Return All', item.param('returnAll', false))) return Infinity;
	return wholeNumber('Limit', item.param('limit', 50), { min: 1, fallback: 50 });
}

/** Simplify, of every operation whose answers have more than ten fields. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Whether the user wants the simplified output. */
export function isSimplified(item: ItemContext): boolean {
	return toggle('Simplify', item.param('simplify', true), true);
}
