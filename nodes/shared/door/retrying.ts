import { Failure } from '../failures/failure';
import { mayRepeat } from '../failures/outcome';
import type { Outcome } from '../failures/outcome';
import { settled } from '../failures/settled';
import { clock, jitter } from '../pacing/clock';
import { isSuccess } from '../transport/answer';
import type { HttpAnswer } from '../transport/answer';
import { foundNothing, outcomeOf } from '../transport/answers/answerOutcome';
import { answerFailure } from '../transport/httpFailure';
import { isDown, noteAnswer } from '../pacing/account';
import { paced } from './paced';
import type { ExchangeOptions, RequestOrigin, RequestSource } from './request';
import { isChange } from './changes/isChange';

/** Milliseconds before each repetition. */
const PAUSES = [250, 750, 2_250];

/**
 * Sends a request when its turn comes, and answers whatever the provider said.
 *
 * | what happened | repeatable | send |
 * | --- | --- | --- |
 * | refused for its rate | again, when the rate allows it | again, when the rate allows it |
 * | connection refused, host not found | again, three times | again, three times |
 * | connection broken, timeout, 5xx | again, three times | not again: see `sendOnce` |
 *
 * @throws Failure when no answer came, or when the rate limit held for too long
 */
export async function retrying(
	item: RequestOrigin,
	source: RequestSource,
	options: ExchangeOptions = {},
): Promise<HttpAnswer> {
	const isLook = Boolean(options.isRead ?? options.isUpload ?? options.repeatable);
	const lost = item.memory.unsettled;
	// Of a send its own memory takes care: see `sendOnce`.
	const isFollowed = isChange(source, options) && !options.isUpload && (item.repeatable || options.repeatable);
	for (let tries = 0; ; tries++) {
		const result = await settled(paced(item, source, options));
		const outcome = outcomeOfResult(item, result, isLook);
		// A rate is waited for in `paced`, and no longer than the user wants.
		const isPassing = (outcome === 'neverSent' || outcome === 'inDoubt') && !isPage(result);
		const isLast = tries === PAUSES.length || isDown(item.account);
		if (!isPassing || isLast) noteAnswer(item.account, !isPassing);
		if (isFollowed && outcome === 'inDoubt' && !lost.has(item.itemIndex)) {
			lost.set(item.itemIndex, lossOf(item, result));
		}
		if (isPassing && !isLast && mayRepeat(outcome, isLook || item.repeatable)) {
			await clock.sleep(jitter(PAUSES[tries]!), item.signal);
			continue;
		}
		const isAfterDoubt = isFollowed && lost.has(item.itemIndex);
		if (isFollowed && outcome === 'taken') lost.delete(item.itemIndex);
		if (result.status === 'rejected') throw result.reason;
		return isAfterDoubt ? afterDoubt(item, source, result.value) : result.value;
	}
}

/** What answers in the provider's place does so the next time as well. */
function isPage(result: PromiseSettledResult<HttpAnswer>): boolean {
	return result.status === 'fulfilled' && isSuccess(result.value.statusCode);
}

/** What is wrong with a result that leaves a request in doubt. */
function lossOf({ provider, expects }: RequestOrigin, result: PromiseSettledResult<HttpAnswer>): Failure {
	return result.status === 'fulfilled' ? answerFailure(provider, result.value, expects) : (result.reason as Failure);
}

/** An answer that may be about what an earlier try did. */
function afterDoubt({ provider }: RequestOrigin, source: RequestSource, answer: HttpAnswer): HttpAnswer {
	const isDelete = typeof source !== 'function' && source.method === 'DELETE';
	return { ...answer, isAfterDoubt: true, isGone: isDelete && foundNothing(provider, answer) };
}

function outcomeOfResult(
	{ provider, expects }: RequestOrigin,
	result: PromiseSettledResult<HttpAnswer>,
	isLook: boolean,
): Outcome {
	if (result.status === 'fulfilled') return outcomeOf(provider, result.value, isLook ? undefined : expects);
	return result.reason instanceof Failure ? result.reason.outcome : 'refused';
}
