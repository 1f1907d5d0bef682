import type { IDataObject } from 'n8n-workflow';
import { oldestFirst, writtenSince } from '../../../shared/delivery/likeness';
import { asObject, madeId } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';
import { cursorPage, MAX_PER_PAGE } from '../../provider/pages';
import { fingerprint, isOfNobodyElse, likenessOfMessage } from './likeness';
import type { Likeness } from './likeness';

/** Partoo documents no order of the list, so a message may be on any page; no more than these are read. */
const MAX_PAGES = 10;

/** The ID of a message, in an answer to a send or in a list. */
export function messageIdOf({ message_id, id }: IDataObject): string | null {
	return madeId(message_id ?? id);
}

/**
 * Messages of the conversation that look like the one whose answer was lost, that no person wrote, and that were
 * written since: on the first page, else as the conversation's last message, else on the next pages.
 *
 * @param leftAt when the request went out, in milliseconds by `performance.now()`
 * @throws Failure when Partoo cannot be asked
 */
export async function findLost(item: ItemContext, look: Likeness, leftAt: number): Promise<IDataObject[]> {
	const id = look.conversation;
	const ask = async (url: string, qs?: IDataObject) => await item.request({ method: 'GET', url, qs }, { isRead: true });
	const first = await ask('/messages', { conversation_id: id, per_page: MAX_PER_PAGE });
	const isSince = writtenSince(first, leftAt);
	const wanted = fingerprint(look);
	const alike = (messages: IDataObject[]) =>
		messages.filter(
			(message) =>
				isOfNobodyElse(message) && fingerprint(likenessOfMessage(message)) === wanted && isSince(message.date),
		);

	let page = cursorPage(first, 'messages');
	let found = alike(page.entries);
	if (found.length === 0 && page.next !== null) {
		const { last_message: last } = asObject((await ask(`/conversations/${id}`)).body);
		found = alike(last ? [last as IDataObject] : []);
	}
	for (let pages = 1; found.length === 0 && page.next !== null && pages < MAX_PAGES; pages++) {
		page = cursorPage(
			await ask('/messages', { conversation_id: id, per_page: MAX_PER_PAGE, cursor: page.next }),
			'messages',
		);
		found = alike(page.entries);
	}
	return found.sort(oldestFirst(({ date }) => date));
}
