import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import type { ItemContext } from '../../../shared/door/itemContext';
import { SHUT, shutBecause, shutBySaying } from '../../provider/shutConversation';
import { lookUp } from './wait';

/** With which Partoo may refuse to repeat a message that did not fail; its documents do not say. */
const NOT_TO_REPEAT = new Set(['400', '409', '422']);

/**
 * Sends, and says of a 403 whether it is the conversation that takes no message: Partoo answers the same for a key that
 * may not. Where its words do not tell, the conversation is read.
 *
 * @param conversationId null where it is not known
 */
export async function sayingWhy<T>(
	item: ItemContext,
	conversationId: string | null,
	send: () => Promise<T>,
): Promise<T> {
	const result = await settled(send());
	if (result.status === 'fulfilled') return result.value;
	const refusal: unknown = result.reason;
	if (!(refusal instanceof Failure) || refusal.facts.code !== '403') throw refusal;
	const shut = shutBySaying(refusal.message) ?? (await shutNow(item, conversationId));
	if (!shut) throw refusal;
	const { says, nextStep } = SHUT[shut];
	throw new Failure({
		...refusal.facts,
		cause: `The conversation ${says}: Partoo takes no message in it, whatever the role and permissions of the key.`,
		nextStep,
	});
}

/** The same for the repetition of a message, of which it says as well whether there was nothing to repeat. */
export async function sayingIfThere<T>(
	item: ItemContext,
	message: { id: number; conversationId: string | null },
	repeat: () => Promise<T>,
): Promise<T> {
	const result = await settled(sayingWhy(item, message.conversationId, repeat));
	if (result.status === 'fulfilled') return result.value;
	const refusal: unknown = result.reason;
	if (!(refusal instanceof Failure) || !NOT_TO_REPEAT.has(refusal.facts.code ?? '')) throw refusal;
	throw new Failure({
		...refusal.facts,
		cause: 'Partoo repeats messages that failed, and no others.',
		nextStep: await nextStepFor(item, message),
	});
}

async function shutNow(item: ItemContext, conversationId: string | null) {
	if (conversationId === null) return undefined;
	const url = `/conversations/${conversationId}`;
	const conversation = await settled(item.json({ method: 'GET', url }, { isRead: true }));
	return conversation.status === 'fulfilled' ? shutBecause(conversation.value) : undefined;
}

async function nextStepFor(
	item: ItemContext,
	{ id, conversationId }: { id: number; conversationId: string | null },
): Promise<string> {
	const messageId = String(id);
	const found = conversationId && (await settled(lookUp(item, conversationId, new Set([messageId]))));
	const status = found && found.status === 'fulfilled' ? found.value.get(messageId)?.status : undefined;
	if (status === 'delivered') return 'Nothing to do: it was delivered.';
	if (status === 'sending') return 'Nothing to do for now: it is still being sent.';
	return conversationId === null
		? "If it was delivered, there is nothing to do. With the option 'Conversation' this node says whether it was."
		: 'Look at the message in Partoo.';
}
