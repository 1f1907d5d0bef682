import type { IDataObject } from 'n8n-workflow';
import { Failure } from '../failures/failure';
import { settled } from '../failures/settled';

const ENDLESS = 'ENDLESS_LIST';
/** More pages without an entry than any list that ends has been seen to have one after another. */
const MAX_EMPTY = 100;

/** One page of a list. */
export interface Page<Cursor> {
	entries: IDataObject[];
	/** Where the next page is; null after the last one. */
	next: Cursor | null;
}

/**
 * Yields a list page by page, asking for a page only when the one before it is used up.
 *
 * @throws Failure when the provider hands out a place that it handed out before, or empty page after empty page: the
 * list would never end
 */
export async function* pages<Cursor>(
	fetchPage: (cursor: Cursor | undefined) => Promise<Page<Cursor>>,
): AsyncGenerator<IDataObject[]> {
	const seen = new Set<string>();
	let empty = 0;
	let cursor: Cursor | undefined;
	for (;;) {
		const page = await fetchPage(cursor);
		yield page.entries;
		if (page.next === null) return;
		const place = JSON.stringify(page.next);
		if (seen.has(place)) throw endless(`the page ${place} came a second time`);
		seen.add(place);
		empty = page.entries.length === 0 ? empty + 1 : 0;
		if (empty === MAX_EMPTY) throw endless(`${MAX_EMPTY} pages without an entry came one after another`);
		cursor = page.next;
	}
}

function endless(why: string): Failure {
	return new Failure({
		message: `The list does not end: ${why}`,
		nextStep: "Tell the provider's support.",
		code: ENDLESS,
	});
}

/**
 * The first `limit` entries that pass the filter, reading no page more than they need. Of a list that turns out to be
 * endless all that was read counts, and the one who reads is warned.
 *
 * @throws what the list throws otherwise
 */
export async function collect(
	reader: { warn(sentence: string): void },
	list: AsyncIterable<IDataObject[]>,
	limit: number,
	accept: (entry: IDataObject) => boolean = () => true,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const reading = await settled(
		(async () => {
			for await (const entries of list) {
				for (const entry of entries) {
					if (accept(entry)) found.push(entry);
					if (found.length >= limit) return;
				}
			}
		})(),
	);
	if (reading.status === 'fulfilled') return found;
	const { message, nextStep, code } = reading.reason instanceof Failure ? reading.reason.facts : {};
	if (code !== ENDLESS || found.length === 0) throw reading.reason;
	reader.warn(`${message}. What was read before it is here. ${nextStep}`);
	return found;
}
