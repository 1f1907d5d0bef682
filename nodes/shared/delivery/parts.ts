import type { ItemContext } from '../door/itemContext';
import type { Sent } from '../door/runMemory';
import { Failure } from '../failures/failure';
import { settled } from '../failures/settled';
import { knownFirst } from './deliveryStatus';
import type { DeliveryStatus } from './deliveryStatus';
import { sendOnce } from './sendOnce';
import type { Send } from './sendOnce';

/**
 * Sends the parts of a message one after another, each of them once: another try sends only what is missing.
 *
 * @throws Failure when one of them failed; those behind it are not sent
 */
export async function sendInOrder(item: ItemContext, parts: Send[]): Promise<Sent[]> {
	const sent: Sent[] = [];
	for (const part of parts) {
		const result = await settled(sendOnce(item, part, sent.length));
		if (result.status === 'rejected') throw saidOfPart(result.reason, idsOf(sent, parts), parts.length);
		sent.push(result.value);
	}
	return sent;
}

/**
 * The delivery status of a message in parts: that of the first that failed, else of the first that is still on its
 * way, else of the last; with the IDs of all.
 */
export function together(statuses: DeliveryStatus[]): DeliveryStatus & { messageIds?: Array<string | null> } {
	const worst = statuses.find(({ status }) => status === 'failed') ?? statuses.find(({ isFinal }) => !isFinal);
	const shown = worst ?? statuses.at(-1)!;
	if (statuses.length === 1) return knownFirst(shown);
	return knownFirst({ ...shown, messageIds: statuses.map(({ messageId }) => messageId) });
}

/** What `wait` answers for all parts, once all of them are decided. */
export async function waitForAll<T>(parts: T[], wait: (part: T) => Promise<DeliveryStatus>): Promise<DeliveryStatus[]> {
	const results = await Promise.allSettled(parts.map(wait));
	return results.map((result) => {
		if (result.status === 'rejected') throw result.reason;
		return result.value;
	});
}

function idsOf(sent: Sent[], parts: Send[]): string[] {
	return sent.map(({ answer }, index) => parts[index]!.idOf(answer) ?? 'unknown');
}

function saidOfPart(reason: unknown, sentIds: string[], count: number): unknown {
	if (!(reason instanceof Failure) || count === 1) return reason;
	const { facts } = reason;
	const before = sentIds.length;
	const others =
		before === 0 ? 'the others were not sent' : `the ${before} before it ${before === 1 ? 'was' : 'were'} sent`;
	const ids = `${before === 1 ? 'The ID of that part is' : 'The IDs of those parts are'} ${sentIds.join(', ')}.`;
	const again =
		'Retry On Fail, and Retry in the list of executions, send only the missing parts; a new execution sends all of them again.';
	return new Failure({
		...facts,
		message: `${facts.message}; this is part ${before + 1} of ${count} of the text, ${others}`,
		nextStep: before === 0 ? facts.nextStep : `${facts.nextStep} ${ids} ${again}`,
	});
}
