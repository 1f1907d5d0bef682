import type { IDataObject } from 'n8n-workflow';
import { settled } from '../failures/settled';
import type { ItemContext } from '../door/itemContext';
import { Failure } from '../failures/failure';
import type { Doubt, Sent } from '../door/runMemory';
import { RETRY_WARNING } from '../failures/nodeError';
import { sentMessages } from './sentMessages';
import type { SentMessages } from './sentMessages';

/** How an operation sends one message, and how it finds one whose answer was lost. */
export interface Send {
	/** Equal for messages that cannot be told apart at the provider: `findLost` finds those of an equal fingerprint. */
	fingerprint: string;
	/** All of the message, as JSON. */
	whole: string;
	send(): Promise<IDataObject>;
	/** The provider's ID in an answer. */
	idOf(answer: IDataObject): string | null;
	/**
	 * Messages at the provider of this fingerprint that no person wrote and that are not older than the moment, in
	 * milliseconds by `performance.now()`; the oldest first. Absent where it cannot be asked, or would not know it again.
	 */
	findLost?(leftAt: number): Promise<IDataObject[]>;
	/** Where a person finds out whether the message was sent, e.g. `Look at conversation 1 in Partoo.` */
	whereToLook: string;
}

/**
 * Sends a message once, however often n8n runs the node. What was accepted in an earlier try is answered from
 * memory. A send whose answer was lost is looked for at the provider; it is never sent blindly a second time.
 *
 * @param part which of the item's messages it is; those before it were sent
 * @throws Failure when it was refused, or when it may have been sent and was not found
 */
export async function sendOnce(item: ItemContext, message: Send, part = 0): Promise<Sent> {
	const { memory, itemIndex } = item;
	const messages = sentMessages(item.provider.id, item.account.baseURL);
	const earlier = memory.sent.get(itemIndex)?.[part];
	if (earlier) return earlier;
	const known = memory.doubts.get(itemIndex);
	if (known) return await resolve(item, message, messages, known);
	const sending = sendAndRemember(item, message, messages);
	item.onLeaving = () => messages.isUnderWay(sending);
	const result = await settled(sending);
	if (result.status === 'fulfilled') return result.value;
	const doubt = memory.doubts.get(itemIndex);
	if (!doubt) throw result.reason;
	return await resolve(item, message, messages, doubt, false);
}

/** Whatever becomes of the message is known to all executions when this ends. */
async function sendAndRemember(item: ItemContext, message: Send, messages: SentMessages): Promise<Sent> {
	const { memory, itemIndex } = item;
	const result = await settled(message.send());
	if (result.status === 'fulfilled') {
		const sent = { answer: result.value, wasLost: false };
		const id = message.idOf(sent.answer);
		if (id !== null) messages.give(id);
		memory.remember(itemIndex, sent);
		return sent;
	}
	const failure: unknown = result.reason;
	if (failure instanceof Failure && failure.outcome === 'inDoubt') {
		const { fingerprint, whole } = message;
		const doubt = { failure, fingerprint, whole, leftAt: item.leftAt };
		memory.doubts.set(itemIndex, doubt);
		messages.doubt(doubt);
	}
	throw failure;
}

/** Looks for a message whose answer was lost, and takes one that can be no other. */
async function resolve(
	item: ItemContext,
	message: Send,
	messages: SentMessages,
	doubt: Doubt,
	isRepeated = true,
): Promise<Sent> {
	const found = await search(item, message, doubt);
	// What was listed and is under way has its ID by then; what goes out from now on was not listed.
	await messages.quiet();
	const answer = messages.claim(doubt, { found, idOf: message.idOf });
	if (!answer) throw stillInDoubt(message, doubt, isRepeated);
	const sent = { answer, wasLost: true };
	item.memory.remember(item.itemIndex, sent);
	item.memory.doubts.delete(item.itemIndex);
	return sent;
}

async function search({ context, signal }: ItemContext, { findLost }: Send, { leftAt }: Doubt): Promise<IDataObject[]> {
	const result = await settled(Promise.resolve(findLost?.(leftAt)));
	if (result.status === 'fulfilled') return result.value ?? [];
	signal?.throwIfAborted();
	context.logger.warn(`A message whose answer was lost could not be looked for: ${String(result.reason)}`);
	return [];
}

function stillInDoubt({ whereToLook }: Send, { failure: { facts } }: Doubt, isRepeated: boolean): Failure {
	return new Failure({
		...facts,
		message: `${facts.message}; the message may have been sent`,
		cause: [facts.cause, 'It is not sent again, because the customer might get it twice.'].filter(Boolean).join(' '),
		nextStep: `${whereToLook} ${RETRY_WARNING}`,
		outcome: 'inDoubt',
		isKnown: isRepeated,
	});
}
