import type { IDataObject } from 'n8n-workflow';
import { settled } from '../failures/settled';
import type { ItemContext } from '../door/itemContext';
import { Failure } from '../failures/failure';
import type { Doubt, Sent } from '../door/runMemory';
import { RETRY_WARNING } from '../failures/nodeError';

/** How an operation sends one message, and how it finds one whose answer was lost. */
export interface Send {
	/** Equal for messages that cannot be told apart at the provider. */
	fingerprint: string;
	send(): Promise<IDataObject>;
	/** The provider's ID in an answer. */
	idOf(answer: IDataObject): string | null;
	/** Messages at the provider that are like this one and not older than the moment; absent where it cannot be asked. */
	findLost?(since: number): Promise<IDataObject[]>;
	/** Where a person finds out whether the message was sent, e.g. `Look at conversation 1 in Partoo.` */
	whereToLook: string;
}

/**
 * Sends a message once, however often n8n runs the node. What was accepted in an earlier try is answered from
 * memory. A send whose answer was lost is looked for at the provider; it is never sent blindly a second time.
 *
 * @throws Failure when it was refused, or when it may have been sent and was not found
 */
export async function sendOnce(item: ItemContext, message: Send): Promise<Sent> {
	const { memory, itemIndex } = item;
	const earlier = memory.sent.get(itemIndex);
	if (earlier) return earlier;
	const doubt = memory.doubts.get(itemIndex);
	if (doubt) return await resolve(item, message, doubt, true);
	const since = Date.now();
	const result = await settled(memory.during(message.fingerprint, remembering(item, message.send())));
	if (result.status === 'fulfilled') return result.value;
	const failure: unknown = result.reason;
	if (!(failure instanceof Failure) || failure.outcome !== 'inDoubt') throw failure;
	const fresh = { failure, since };
	memory.doubts.set(itemIndex, fresh);
	return await resolve(item, message, fresh, false);
}

async function remembering({ memory, itemIndex }: ItemContext, sending: Promise<IDataObject>): Promise<Sent> {
	const sent = { answer: await sending, wasLost: false };
	memory.sent.set(itemIndex, sent);
	return sent;
}

/** Looks for a message whose answer was lost, and takes the first that is no other item's. */
async function resolve(item: ItemContext, message: Send, doubt: Doubt, isRepeated: boolean): Promise<Sent> {
	const found = await search(item, message, doubt);
	await item.memory.quiet(message.fingerprint);
	const taken = new Set([...item.memory.sent.values()].map(({ answer }) => message.idOf(answer)));
	const answer = found.find((candidate) => !taken.has(message.idOf(candidate)));
	if (!answer) throw stillInDoubt(message, doubt, isRepeated);
	const sent = { answer, wasLost: true };
	item.memory.sent.set(item.itemIndex, sent);
	item.memory.doubts.delete(item.itemIndex);
	return sent;
}

async function search({ context, signal }: ItemContext, { findLost }: Send, { since }: Doubt): Promise<IDataObject[]> {
	try {
		return (await findLost?.(since)) ?? [];
	} catch (error) {
		signal?.throwIfAborted();
		context.logger.warn(`A message whose answer was lost could not be looked for: ${String(error)}`);
		return [];
	}
}

function stillInDoubt({ whereToLook }: Send, { failure: { facts } }: Doubt, isRepeated: boolean): Failure {
	return new Failure({
		...facts,
		message: `${facts.message}; the message may have been sent`,
		cause: 'It is not sent again, because the customer might get it twice.',
		nextStep: `${whereToLook} ${RETRY_WARNING}`,
		outcome: 'inDoubt',
		isKnown: isRepeated,
	});
}
