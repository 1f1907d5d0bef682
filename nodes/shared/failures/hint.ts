import { Failure } from './failure';
import type { FailureFacts } from './failure';
import { settled } from './settled';

/**
 * Does a task, and adds to the next step what may be the reason when the provider refuses it.
 *
 * @param hintOf a sentence, or nothing, for a refusal
 * @throws what `task` throws
 */
export async function withHint<T>(
	hintOf: (refusal: FailureFacts) => string | undefined,
	task: () => Promise<T>,
): Promise<T> {
	const result = await settled(task());
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	const isRefusal = reason instanceof Failure && reason.outcome === 'refused' && reason.facts.httpCode !== undefined;
	const hint = isRefusal && hintOf(reason.facts);
	throw hint ? new Failure({ ...reason.facts, nextStep: `${reason.facts.nextStep} ${hint}` }) : reason;
}
