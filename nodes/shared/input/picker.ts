import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { withNodeErrors } from '../failures/nodeError';

/** A page of entries, and where the next one is; no token after the last. */
export interface PickerPage {
	entries: IDataObject[];
	token?: string;
}

/** How one kind of thing is listed and named in the editor. */
export interface Picker {
	/** Pages that are read for a search text before the user is asked to scroll on; 1 where the provider searches. */
	pagesPerSearch: number;
	read(context: ILoadOptionsFunctions, token: string | undefined, filter: string): Promise<PickerPage>;
	name(entry: IDataObject): string;
	id(entry: IDataObject): string;
	/** Whether it is offered; the search text is in lower case. */
	isOffered(entry: IDataObject, words: string): boolean;
}

/** A list of the editor that can be searched, as one of a node's `methods.listSearch`. */
export function picker({ pagesPerSearch, read, name, id, isOffered }: Picker) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const words = filter.trim().toLowerCase();
		const results: INodeListSearchResult['results'] = [];
		let token = paginationToken;
		await withNodeErrors(this.getNode(), async () => {
			for (let page = 0; page < pagesPerSearch && (page === 0 || (token && results.length === 0)); page++) {
				const { entries, token: next } = await read(this, token, filter);
				const offered = entries.filter((entry) => isOffered(entry, words));
				results.push(...offered.map((entry) => ({ name: name(entry), value: id(entry) })));
				token = next;
			}
		});
		return { results, paginationToken: token };
	};
}
