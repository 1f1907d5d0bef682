import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failure } from '../failures/failure';
import { mayRepeat } from '../failures/outcome';
import type { Redactor } from '../failures/secrets';
import { settled } from '../failures/settled';
import { clock, jitter } from '../pacing/clock';
import { isGood } from './answer';
import type { HttpAnswer } from './answer';
import { exchange } from './exchange';
import type { Sender } from './exchange';
import { outcomeOf } from './answers/answerOutcome';
import { answerFailure } from './httpFailure';
import type { Provider } from './provider';
import { retryAfterMs } from './retryAfter';

/** Milliseconds before each repetition where the provider names no time. */
const PAUSES = [500, 2_000];
/** Somebody waits for the workflow to be activated: longer than this is better said than waited. */
const LONGEST_PAUSE = 10_000;

/**
 * Sends a request that stands alone, outside of a run, and repeats it shortly where that may help: see `mayRepeat`.
 *
 * @param repeatable whether it may be carried out twice
 * @param hide what hides secrets in answers, where it is not to be all of the credential's
 * @throws Failure when no good answer came
 */
export async function outsideARun(
	context: Sender,
	provider: Provider,
	options: IHttpRequestOptions,
	repeatable = options.method !== 'POST',
	hide?: Redactor,
): Promise<HttpAnswer> {
	for (let tries = 0; ; tries++) {
		const result = await settled(answered(context, provider, options, hide));
		if (result.status === 'fulfilled' && isGood(result.value.answer)) return result.value.answer;
		const { outcome, retryAfter } = result.status === 'fulfilled' ? result.value : endOf(result.reason);
		const pause = retryAfter ?? jitter(PAUSES[tries] ?? 0);
		if (tries < PAUSES.length && mayRepeat(outcome, repeatable) && pause <= LONGEST_PAUSE) await clock.sleep(pause);
		else if (result.status === 'rejected') throw result.reason;
		else throw answerFailure(provider, result.value.answer);
	}
}

async function answered(context: Sender, provider: Provider, options: IHttpRequestOptions, hide?: Redactor) {
	const answer = await exchange(context, provider, options, hide);
	const outcome = outcomeOf(provider, answer);
	const retryAfter = outcome === 'tooMany' ? retryAfterMs(answer.headers['retry-after'], Date.now()) : undefined;
	return { answer, outcome, retryAfter };
}

function endOf(reason: unknown) {
	return { outcome: reason instanceof Failure ? reason.outcome : ('refused' as const), retryAfter: undefined };
}
