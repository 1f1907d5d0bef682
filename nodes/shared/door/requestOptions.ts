import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../transport/provider';

/** What a user set under Request Options: n8n's own (batching, timeout, proxy, certificates) and ours. */
export interface RequestOptions {
	/** Milliseconds. */
	timeout?: number;
	batching?: object;
	maxParallelRequests?: number;
	/** Seconds. */
	maxWaitForRateLimit?: number;
}

/** Seconds for which an account may refuse everything before its requests give up. */
export const DEFAULT_MAX_WAIT = 300;

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
			{
				displayName: 'Max Wait For Rate Limit',
				name: 'maxWaitForRateLimit',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: DEFAULT_MAX_WAIT,
				description: `How many seconds to go on waiting while ${displayName} takes no request of the same kind, or none to the same recipient, because of a rate limit. A run that makes progress may take as long as it needs.`,
			},
		],
	};
}
