import { Failure } from '../failures/failure';
import { settled } from '../failures/settled';

/**
 * Does what a send needs first, e.g. uploads its file. When that gets no answer there is no doubt about the message
 * itself: it was not sent.
 *
 * @throws what `task` throws
 */
export async function prepare<T>(task: () => Promise<T>): Promise<T> {
	const result = await settled(task());
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	if (!(reason instanceof Failure) || reason.outcome !== 'inDoubt') throw reason;
	// A lost answer is no cause of its own here: the message was not sent, whatever became of its preparation.
	const isAnswered = reason.facts.httpCode !== undefined;
	throw new Failure({
		...reason.facts,
		message: `${reason.facts.message}; the message was not sent`,
		cause: ['What the message needs could not be prepared.', isAnswered && reason.facts.cause]
			.filter(Boolean)
			.join(' '),
		nextStep: [isAnswered && reason.facts.nextStep, 'Run it again for this item.'].filter(Boolean).join(' '),
		outcome: 'refused',
	});
}
