import type { INodeExecutionData, INodeType } from 'n8n-workflow';

import type { RunOptions } from '../test/engine/runTypes';

/** Work that every node under comparison can be given: one text message for each item. */
export interface SendJob extends Pick<RunOptions, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'> {
	/** Where the API stands: Partoo's, or the Graph API's for the WhatsApp node. */
	baseUrl: string;
	items: INodeExecutionData[];
}

export interface PartooJob extends SendJob {
	/** *Max Parallel Requests*. */
	maxParallel?: number;
	/** What is learned of an account is kept by its key: another one is another account. */
	apiKey?: string;
	/** Another conversation than the usual one, also as an expression. */
	conversation?: string;
	/** Partoo's node with another description. */
	node?: INodeType;
}

export interface HttpRequestJob extends SendJob {
	/** The node's own *Batching* option: so many items, then a pause of so many milliseconds. */
	batching?: { batchSize: number; batchInterval: number };
}

/** Items with the numbers from `first` on; the text of an item's message is {@link TEXT}. */
export function numbered(count: number, first = 0): INodeExecutionData[] {
	return Array.from({ length: count }, (_, index) => ({ json: { n: first + index } }));
}

export const TEXT = 'Message {{ $json.n }}';
