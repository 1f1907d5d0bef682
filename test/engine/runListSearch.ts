import type { INodeListSearchResult, INodeType } from 'n8n-workflow';

import { loadOptionsContext, type LoadOptions } from './loadOptions';
import { withLogs } from './logs';

export interface ListSearchOptions extends LoadOptions {
	/** What the user typed into the list's search box. */
	filter?: string;
	/** The token of the page before, when the user scrolls on. */
	paginationToken?: string;
}

/** Asks a list search method of the node for a page, as the editor does; what it throws is thrown on. */
export async function runListSearch(
	node: INodeType,
	method: string,
	options: ListSearchOptions = {},
): Promise<INodeListSearchResult> {
	const search = node.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list search method "${method}"`);
	return await withLogs([], async () => {
		const context = loadOptionsContext(node, options);
		return await search.call(context, options.filter, options.paginationToken);
	});
}
