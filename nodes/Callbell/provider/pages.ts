import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import type { ItemContext } from '../../shared/door/itemContext';
import { collect, pages } from '../../shared/transport/pages';
import { listOf } from './answers';

/** Where a list goes on: by cursor (contacts, which have 500 numbered pages at most) or by number. */
export type PlaceInList = { after: string } | { page: number };

/** The place of the next page, or null after the last one; lists without `meta` have one page (https://docs.callbell.eu/api/pagination). */
export function nextPage({ body }: HttpAnswer): PlaceInList | null {
	const { page, pages: last, next } = asObject(asObject(body).meta);
	if (next) return { after: String(next) };
	return next === undefined && Number(page) < Number(last) ? { page: Number(page) + 1 } : null;
}

/** The first entries of a list, as many as the user wants; the same filters go with each page. */
export async function readList(
	item: ItemContext,
	url: string,
	key: string,
	qs: IDataObject = {},
): Promise<IDataObject[]> {
	const list = pages<PlaceInList>(async (place) => {
		const answer = await item.request({ method: 'GET', url, qs: { ...qs, ...place } });
		return { entries: listOf(answer, key), next: nextPage(answer) };
	});
	return await collect(list, limitOf(item));
}

/** The limit that the user set; no limit with Return All. */
export function limitOf(item: ItemContext): number {
	return item.param('returnAll', false) ? Infinity : item.param('limit', 50);
}
