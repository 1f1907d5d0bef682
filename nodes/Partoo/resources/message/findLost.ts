import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import type { HttpAnswer } from '../../../shared/transport/answer';
import type { ItemContext } from '../../../shared/door/itemContext';
import { cursorPage, MAX_PER_PAGE } from '../../provider/pages';
import type { MessageInput } from './payload';

/** Partoo documents no order of the list, so a message may be on any page; no more than these are read. */
const MAX_PAGES = 10;

/** The `Date` header counts in seconds, and the message may be a little older than the answer that carries it. */
const CLOCK_TOLERANCE_MS = 2_000;

/** The ID of a message, in an answer to a send or in a list. */
export function messageIdOf({ message_id, id }: IDataObject): string | null {
	return idText(message_id ?? id);
}

/** Equal for messages that look the same in Partoo's list. */
export function fingerprint(input: MessageInput): string {
	return JSON.stringify([String(input.conversationId).trim(), input.messageType, contentOf(input)]);
}

/**
 * Messages of the conversation that are like the one whose answer was lost and were written since: on the first page,
 * else as the conversation's last message, else on the next pages.
 *
 * @param since when the request began by the clock of this machine, in milliseconds since the epoch
 * @throws Failure when Partoo cannot be asked
 */
export async function findLost(item: ItemContext, input: MessageInput, since: number): Promise<IDataObject[]> {
	const id = String(input.conversationId).trim();
	const ask = async (url: string, qs?: IDataObject) => await item.request({ method: 'GET', url, qs }, { isRead: true });
	const alike = (messages: IDataObject[], from: number) => messages.filter((message) => isAlike(message, input, from));

	const first = await ask('/messages', { conversation_id: id, per_page: MAX_PER_PAGE });
	const from = since + clockDifference(first) - CLOCK_TOLERANCE_MS;
	let page = cursorPage(first, 'messages');
	let found = alike(page.entries, from);
	if (found.length === 0 && page.next !== null) {
		const { last_message: last } = asObject((await ask(`/conversations/${id}`)).body);
		found = alike(last ? [last as IDataObject] : [], from);
	}
	for (let pages = 1; found.length === 0 && page.next !== null && pages < MAX_PAGES; pages++) {
		page = cursorPage(
			await ask('/messages', { conversation_id: id, per_page: MAX_PER_PAGE, cursor: page.next }),
			'messages',
		);
		found = alike(page.entries, from);
	}
	return found;
}

function isAlike(message: IDataObject, input: MessageInput, from: number): boolean {
	const wanted = contentOf(input);
	const { content } = message;
	const text = typeof content === 'object' && content !== null ? (content as IDataObject).url : content;
	return (
		message.sender_type === 'User' &&
		message.content_type === input.messageType &&
		// Of an uploaded image the address is Partoo's own.
		(wanted === null || text === wanted) &&
		new Date(String(message.date)).getTime() >= from
	);
}

/** The text or the address of the media; null for an upload. */
function contentOf({ messageType, text, mediaUrl, additionalFields }: MessageInput): string | null {
	const own = additionalFields?.content;
	if (typeof own === 'string') return own;
	if (messageType === 'Text') return String(text);
	return mediaUrl ? String(mediaUrl).trim() : null;
}

/** How far Partoo's clock is ahead of ours, in milliseconds; 0 where its answer carries no date. */
function clockDifference({ headers }: HttpAnswer): number {
	const theirs = Date.parse(headers.date ?? '');
	return Number.isNaN(theirs) ? 0 : theirs - Date.now();
}
