import type { INodeType, ResourceMapperFields } from 'n8n-workflow';

import { loadOptionsContext, type LoadOptions } from './loadOptions';
import { withLogs } from './logs';

/** Asks a resource mapper method of the node for its fields, as the editor does; what it throws is thrown on. */
export async function runResourceMapping(
	node: INodeType,
	method: string,
	options: LoadOptions = {},
): Promise<ResourceMapperFields> {
	const fields = node.methods?.resourceMapping?.[method];
	if (!fields) throw new Error(`The node has no resource mapper method "${method}"`);
	return await withLogs([], async () => await fields.call(loadOptionsContext(node, options)));
}
