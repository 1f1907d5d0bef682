import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Call } from './call';

/**
 * What a repetition of the request would do at the provider: a `read` changes nothing, a `send` would reach the
 * customer twice, a `keyed` request carries a key of its own by which the provider knows a repetition.
 */
export type RequestKind = 'read' | 'send' | 'keyed';

/** What an operation does when its item's turn comes. */
export interface Operation {
	kind: RequestKind;
	/**
	 * Answers the item's output; the door links each of them to the item.
	 *
	 * @throws Failure for everything that a user can mend
	 */
	run(call: Call): Promise<INodeExecutionData[]>;
}

/** By `resource.operation`, e.g. `message.send`. */
export type Operations = Record<string, Operation>;

/** One output item per object. */
export function toItems(objects: IDataObject[]): INodeExecutionData[] {
	return objects.map((json) => ({ json }));
}
