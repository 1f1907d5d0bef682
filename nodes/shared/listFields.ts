import type { INodeProperties } from 'n8n-workflow';
import type { Call } from './call';

/** Return All and Limit, once for all operations of a node that list. `show` is where they are shown. */
export function listFields(show: Record<string, string[]>): INodeProperties[] {
	return [
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
}

/** The limit that the user set; no limit with Return All. */
export function limitOf(call: Call): number {
	return call.param('returnAll', false) ? Infinity : call.param('limit', 50);
}
