import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { answerFailure } from './explain';
import { Failure } from './failure';
import { jitter } from './pace';
import type { Provider } from './provider';
import { retryAfterMs } from './retryAfter';
import { isGood, send } from './send';
import type { HttpAnswer, Sender } from './send';

/** Milliseconds before each repetition where the provider names no time. */
const PAUSES = [500, 2_000];
/** Somebody waits for the workflow to be activated: longer than this is better said than waited. */
const LONGEST_PAUSE = 10_000;

/**
 * Sends a request that stands alone, outside of a run, and repeats it shortly where that may help: when the rate was
 * refused, and for requests that may be carried out twice also when nobody answered or the provider broke down.
 *
 * @param isHarmless whether it may be carried out twice
 * @throws Failure when no good answer came
 */
export async function patiently(
	context: Sender,
	provider: Provider,
	options: IHttpRequestOptions,
	isHarmless = options.method !== 'POST',
): Promise<HttpAnswer> {
	for (let tries = 0; ; tries++) {
		const [result] = await Promise.allSettled([send(context, provider, options)]);
		if (result.status === 'fulfilled' && isGood(result.value)) return result.value;
		const pause = tries < PAUSES.length ? pauseBefore(provider, result, isHarmless, PAUSES[tries]!) : undefined;
		if (pause === undefined || pause > LONGEST_PAUSE) {
			throw result.status === 'fulfilled' ? answerFailure(provider, result.value) : result.reason;
		}
		await sleep(pause);
	}
}

/** Milliseconds to wait; undefined where a repetition would not help, or might do a thing twice. */
function pauseBefore(
	provider: Provider,
	result: PromiseSettledResult<HttpAnswer>,
	isHarmless: boolean,
	usual: number,
): number | undefined {
	if (result.status === 'rejected') {
		const { inDoubt, neverSent } = result.reason instanceof Failure ? result.reason.facts : {};
		return neverSent || (inDoubt && isHarmless) ? jitter(usual) : undefined;
	}
	const answer = result.value;
	if (provider.throttle(answer)) return retryAfterMs(answer.headers['retry-after'], Date.now()) ?? jitter(usual);
	return isHarmless && answer.statusCode >= 500 ? jitter(usual) : undefined;
}
