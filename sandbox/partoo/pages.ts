import type { SchemaObject } from 'ajv';

export const DEFAULT_PER_PAGE = 30;

export const perPageSchema: SchemaObject = { type: 'integer', minimum: 1, maximum: 100 };

export interface PageQuery {
	page?: number;
	per_page?: number;
}

/** Older pages of the reference say that a page below 1 counts as 1. */
export const pageQuerySchema: Record<string, SchemaObject> = { page: { type: 'integer' }, per_page: perPageSchema };

/** Partoo's numbered pages: `{ page, max_page, count, <items> }`. */
export function numberedPage<T>(key: string, items: readonly T[], query: PageQuery) {
	const perPage = query.per_page ?? DEFAULT_PER_PAGE;
	const page = Math.max(1, query.page ?? 1);
	return {
		page,
		max_page: Math.max(1, Math.ceil(items.length / perPage)),
		count: items.length,
		[key]: items.slice((page - 1) * perPage, page * perPage),
	};
}

/** Index of the first item whose id is at least `id`, in a list with ascending ids. */
export function firstIndexFrom(items: ReadonlyArray<{ id: number }>, id: number): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((items[middle]?.id ?? Infinity) < id) low = middle + 1;
		else high = middle;
	}
	return low;
}
