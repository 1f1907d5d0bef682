import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../shared/json';

/** Entries per request of a list. */
export const PER_PAGE = 100;

/**
 * Where the next page of a list as at Meta begins, `{ paging: { cursors: { after }, next } }`; null after the last one.
 * `next` is an address at Meta and is never followed: it would get the key. It only says that there is more.
 *
 * @param isFull whether a page without `next` may have one after it
 */
export function cursorAfter({ paging }: IDataObject, isFull = false): string | null {
	const { cursors, next } = asObject(paging);
	const { after } = asObject(cursors);
	return typeof after === 'string' && after !== '' && (next || isFull) ? after : null;
}
