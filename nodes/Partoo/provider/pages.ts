import type { IDataObject } from 'n8n-workflow';
import type { ExchangeOptions, RequestSpec } from '../../shared/door/request';
import { asObject } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import type { ItemContext } from '../../shared/door/itemContext';
import { unexpectedAnswer } from '../../shared/transport/httpFailure';
import { pages } from '../../shared/transport/pages';
import type { Page } from '../../shared/transport/pages';
import { partoo } from './provider';

/** Most entries that Partoo puts on a page (https://developers.partoo.co, guide "Pagination"). */
export const MAX_PER_PAGE = 100;

/** Entries of a list answer; `key` names them, e.g. `messages`. */
function entriesOf(answer: HttpAnswer, key: string): IDataObject[] {
	const entries = asObject(answer.body)[key];
	if (!Array.isArray(entries)) throw unexpectedAnswer(partoo, answer, `the list "${key}"`);
	return entries as IDataObject[];
}

/** A page of a cursor list (messages, conversations). */
export function cursorPage(answer: HttpAnswer, key: string): Page<string> {
	const next = asObject(answer.body).next_cursor;
	return { entries: entriesOf(answer, key), next: typeof next === 'string' && next !== '' ? next : null };
}

/** A page of a numbered list (businesses, users, webhooks). */
export function numberedPage(answer: HttpAnswer, key: string): Page<number> {
	const { page, max_page: last } = asObject(answer.body);
	const entries = entriesOf(answer, key);
	return { entries, next: Number(page) < Number(last) ? Number(page) + 1 : null };
}

/** The pages of a cursor list. A list that an operation reads beside its own work may give way to others. */
export function cursorList(
	item: ItemContext,
	request: RequestSpec,
	key: string,
	options: ExchangeOptions = {},
): AsyncGenerator<IDataObject[]> {
	return pages<string>(async (cursor) =>
		cursorPage(await item.request({ ...request, qs: { ...request.qs, cursor } }, { ...options, isRead: true }), key),
	);
}
