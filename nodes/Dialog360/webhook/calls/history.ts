import type { IDataObject } from 'n8n-workflow';
import { HISTORY } from '../form/events';
import type { Change } from './changes';
import { objectsIn } from '../../../shared/json';
import type { Dialog360Event } from './event';
import { eventOf } from './event';

/**
 * The messages of long ago that a business shares when it goes on with a number of the WhatsApp Business app, each for
 * itself; what holds none, e.g. that the business declined, is an event too
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history).
 *
 * @param chunks of chats: `[{ metadata: { phase, chunk_order, progress }, threads: [{ id, messages }] }]`
 * @param within the change as it came, with one chunk only
 */
export function historyEvents(
	change: Change,
	chunks: IDataObject[],
	within: (chunk: IDataObject) => IDataObject,
): Dialog360Event[] {
	return chunks.flatMap((chunk) => {
		const { metadata, threads, ...rest } = chunk;
		const progress = objectsIn(metadata)[0] ?? {};
		const events = objectsIn(threads).flatMap((thread) =>
			objectsIn(thread.messages).map((message) => {
				const threadWithOne = { ...thread, messages: [message] };
				const raw = within({ ...rest, ...(metadata !== undefined && { metadata }), threads: [threadWithOne] });
				return { ...eventOf(change, HISTORY, message, raw), history: { thread, progress } };
			}),
		);
		return events.length > 0 ? events : [eventOf(change, HISTORY, chunk, within(chunk))];
	});
}
