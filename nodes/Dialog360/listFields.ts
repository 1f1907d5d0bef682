import type { INodeProperties } from 'n8n-workflow';
import type { Call } from '../shared/call';

const show = { operation: ['getAll', 'getAllBlocked'] };

/** Return All and Limit of all operations that list. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
		displayOptions: { show },
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { ...show, returnAll: [false] } },
	},
];

/** The limit that the user set; no limit with Return All. */
export function limitOf(call: Call): number {
	return call.param('returnAll', false) ? Infinity : call.param('limit', 50);
}
