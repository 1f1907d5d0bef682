import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../shared/call';
import type { Call } from '../shared/call';
import { collect, pages } from '../shared/pagination';
import type { HttpAnswer } from '../shared/send';
import { listOf } from './envelopes';

/** Where a list goes on: by cursor (contacts, which have 500 numbered pages at most) or by number. */
export type Place = { after: string } | { page: number };

/** The place of the next page, or null after the last one; lists without `meta` have one page (https://docs.callbell.eu/api/pagination). */
export function nextPage({ body }: HttpAnswer): Place | null {
	const { page, pages: last, next } = asObject(asObject(body).meta);
	if (next) return { after: String(next) };
	return next === undefined && Number(page) < Number(last) ? { page: Number(page) + 1 } : null;
}

/** The first entries of a list, as many as the user wants; the same filters go with each page. */
export async function readList(call: Call, url: string, key: string, qs: IDataObject = {}): Promise<IDataObject[]> {
	const list = pages<Place>(async (place) => {
		const answer = await call.request({ method: 'GET', url, qs: { ...qs, ...place } });
		return { entries: listOf(answer, key), next: nextPage(answer) };
	});
	return await collect(list, limitOf(call));
}

/** The limit that the user set; no limit with Return All. */
export function limitOf(call: Call): number {
	return call.param('returnAll', false) ? Infinity : call.param('limit', 50);
}
