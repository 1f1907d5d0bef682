import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from './provider';

/** What a user set under Request Options: n8n's own (batching, timeout, proxy, certificates) and ours. */
export interface RequestOptions {
	/** Milliseconds. */
	timeout?: number;
	batching?: object;
	maxParallelRequests?: number;
}

/** The options that join n8n's own Request Options, which its loader merges into a field of this name. */
export function requestOptions({ displayName, maxInFlight }: Provider): INodeProperties {
	return {
		displayName: 'Request Options',
		name: 'requestOptions',
		type: 'collection',
		isNodeSetting: true,
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Max Parallel Requests',
				name: 'maxParallelRequests',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: maxInFlight,
				description: `How many requests to ${displayName} may be under way at the same time`,
			},
		],
	};
}
