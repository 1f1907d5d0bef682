import Table from 'cli-table3';

import { acceptedMessages, recordedMessages } from './sandbox';

/** A line of the example's last node, *Fate of Each Message*. */
export interface Fate {
	messageId: string;
	conversationId: string;
	consumer: string;
	channel: string;
	kind: string;
	status: string;
	isFinal: boolean;
}

/** The fates as a table for the terminal. */
export function fateTable(fates: Fate[]): string {
	const table = new Table({
		head: ['Message ID', 'Conversation', 'Kind', 'Status', 'Final'],
		style: { head: [], border: [], compact: true },
	});
	for (const { messageId, consumer, channel, kind, status, isFinal } of fates) {
		table.push([
			messageId,
			`${consumer} (${channel.replace('Whatsapp', 'WhatsApp')})`,
			kind.toLowerCase(),
			status,
			isFinal ? 'yes' : 'no',
		]);
	}
	return table.toString();
}

/**
 * The messages that did not arrive, or of which the sandbox knows something else than n8n: a sentence for each.
 *
 * @param sandboxUrl where the other side of the story is told.
 */
export async function notArrived(fates: Fate[], sandboxUrl: string): Promise<string[]> {
	const conversations = [...new Set(fates.map(({ conversationId }) => conversationId))];
	const recorded = await Promise.all(conversations.map(async (id) => await recordedMessages(sandboxUrl, id)));
	const statuses = new Map(recorded.flat().map(({ id, status }) => [String(id), status]));
	const accepted = await acceptedMessages(sandboxUrl);
	const untold =
		accepted === fates.length ? [] : [`The sandbox took ${accepted} messages, n8n tells of ${fates.length}.`];
	return untold.concat(
		...fates.map(({ messageId, status }) => {
			if (status !== 'delivered') return [`Message ${messageId} was not delivered: ${status}.`];
			const other = statuses.get(messageId) ?? 'no such message';
			return other === 'Success'
				? []
				: [`n8n says that message ${messageId} was delivered, the sandbox says: ${other}.`];
		}),
	);
}
