import { Failure } from '../failures/failure';
import { mayRepeat } from '../failures/outcome';
import type { Outcome } from '../failures/outcome';
import { settled } from '../failures/settled';
import { clock } from '../pacing/clock';
import { jitter } from '../pacing/pause';
import type { HttpAnswer } from '../transport/answer';
import { outcomeOf } from '../transport/httpFailure';
import { paced } from './paced';
import type { ExchangeOptions, RequestOrigin, RequestSource } from './request';

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
	const repeatable = item.repeatable || options.isRead === true || options.repeatable === true;
	for (let tries = 0; ; tries++) {
		const result = await settled(paced(item, source, options));
		const outcome = outcomeOfResult(item, result);
		// A rate is waited for in `paced`, and no longer than the user wants.
		const isPassing = outcome === 'neverSent' || outcome === 'inDoubt';
		const isLast = tries === PAUSES.length || item.account.isDown;
		// While nobody answers, each request is tried once instead of each waiting for itself.
		item.account.isDown = isPassing && isLast;
		if (isPassing && !isLast && mayRepeat(outcome, repeatable)) await clock.sleep(jitter(PAUSES[tries]!), item.signal);
		else if (result.status === 'rejected') throw result.reason;
		else return result.value;
	}
}

function outcomeOfResult({ provider }: RequestOrigin, result: PromiseSettledResult<HttpAnswer>): Outcome {
	if (result.status === 'fulfilled') return outcomeOf(provider, result.value);
	return result.reason instanceof Failure ? result.reason.outcome : 'refused';
}
