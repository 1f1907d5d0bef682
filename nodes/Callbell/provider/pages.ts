import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../shared/door/itemContext';
import type { RequestSpec } from '../../shared/door/request';
import { limitOf } from '../../shared/input/listFields';
import { asObject } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import { collect, pages } from '../../shared/transport/pages';
import { listOf } from './answers';

/** Where a list goes on: by cursor (contacts, which have 500 numbered pages at most) or by number. */
export type PlaceInList = { after: string } | { page: number };

/**
 * The place of the next page, or null after the last one; lists without `meta` have one page
 * (https://docs.callbell.eu/api/pagination).
 */
export function nextPage({ body }: HttpAnswer): PlaceInList | null {
	const { page, pages: last, next } = asObject(asObject(body).meta);
	if (next) return { after: String(next) };
	return next === undefined && Number(page) < Number(last) ? { page: Number(page) + 1 } : null;
}

/**
 * The first entries of a list, as many as the user wants.
 *
 * @param name of the list in the answers
 * @param filters that go with each page
 */
export async function readList(
	item: ItemContext,
	name: string,
	filters: IDataObject,
	request: RequestSpec = item.routed,
): Promise<IDataObject[]> {
	const list = pages<PlaceInList>(async (place) => {
		const answer = await item.request({ ...request, qs: { ...request.qs, ...filters, ...place } });
		return { entries: listOf(answer, name), next: nextPage(answer) };
	});
	return await collect(item, list, limitOf(item));
}
