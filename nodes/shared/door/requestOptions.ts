import type { INodeProperties } from 'n8n-workflow';
import { inOrder } from '../inOrder';
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

/**
 * n8n's own Request Options, under its names, for a declarative node that has a webhook: n8n reads them there as
 * anywhere, but its loader adds them only to nodes without one.
 */
const OPTIONS_OF_N8N: INodeProperties[] = [
	{
		displayName: 'Batching',
		name: 'batching',
		type: 'fixedCollection',
		placeholder: 'Add Batching',
		default: { batch: {} },
		options: [
			{
				displayName: 'Batching',
				name: 'batch',
				values: [
					{
						displayName: 'Items per Batch',
						name: 'batchSize',
						type: 'number',
						typeOptions: { minValue: -1 },
						default: 50,
						description: 'How many items to send before each pause; -1 for all of them',
					},
					{
						displayName: 'Batch Interval (Ms)',
						name: 'batchInterval',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 1000,
						description: 'How long each pause is, in milliseconds',
					},
				],
			},
		],
	},
	{
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'allowUnauthorizedCerts',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description: 'Whether to connect even if SSL certificate validation is not possible',
	},
	{
		displayName: 'Proxy',
		name: 'proxy',
		type: 'string',
		default: '',
		placeholder: 'e.g. http://myproxy:3128',
		description: 'Also with a name and password: http://name:password@myproxy:3128',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10000,
		description: 'How many milliseconds to wait for a response',
	},
];

/**
 * The options that join n8n's own Request Options, which its loader merges into a field of this name.
 *
 * @param hasWebhook whether the node has one, so that n8n's own have to be there already
 */
export function requestOptions({ displayName, maxInFlight }: Provider, hasWebhook = false): INodeProperties {
	return {
		displayName: 'Request Options',
		name: 'requestOptions',
		type: 'collection',
		isNodeSetting: true,
		placeholder: 'Add option',
		default: {},
		options: inOrder(
			[
				...(hasWebhook ? OPTIONS_OF_N8N : []),
				{
					displayName: 'Max Parallel Requests',
					name: 'maxParallelRequests',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: maxInFlight,
					description: `How many requests to ${displayName} may run at the same time`,
				},
				{
					displayName: 'Max Wait For Rate Limit',
					name: 'maxWaitForRateLimit',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: DEFAULT_MAX_WAIT,
					description: `How many seconds to wait while a rate limit of ${displayName} lets nothing through. A run that makes progress may take longer.`,
				},
			],
			(option) => option.displayName,
		),
	};
}
