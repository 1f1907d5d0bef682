import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Call } from './call';
import { Failure } from './failure';
import { inTurn } from './inTurn';
import { jitter } from './pace';
import type { HttpAnswer } from './send';

/** A request of an operation, without the transport (host, credential, proxy, timeout), which the call adds. */
export type RequestSpec = Pick<
	IHttpRequestOptions,
	'method' | 'url' | 'qs' | 'body' | 'headers' | 'encoding' | 'timeout'
>;

/** A request, or what makes it when its turn has come: a body that streams is opened then, and anew for each try. */
export type RequestSource = RequestSpec | (() => RequestSpec | Promise<RequestSpec>);

/** What else there is to say of a request. */
export interface AskOptions {
	/** Gives way to all others: a status request. */
	isLow?: boolean;
	/** Whom it reaches, for limits that are about one recipient. */
	recipient?: string;
	/** Whether it only looks, although its operation sends. */
	isRead?: boolean;
}

/** Milliseconds before each repetition. */
const PAUSES = [250, 750, 2_250];

/**
 * Sends a request when its turn comes, and answers whatever the provider said.
 *
 * | what happened | read, or request with a key of its own | send |
 * | --- | --- | --- |
 * | refused for its rate | again, when the rate allows it | again, when the rate allows it |
 * | connection refused, host not found | again, three times | again, three times |
 * | connection broken, timeout, 5xx | again, three times | not again: see `sendOnce` |
 *
 * @throws Failure when no answer came, or when the rate limit held for too long
 */
export async function ask(call: Call, source: RequestSource, options: AskOptions = {}): Promise<HttpAnswer> {
	const isHarmless = options.isRead === true || call.origin.kind !== 'send';
	for (let tries = 0; ; tries++) {
		const [result] = await Promise.allSettled([inTurn(call, source, options)]);
		const mayRepeat = isHarmless ? isPassing(result) : isNeverSent(result);
		const isLast = tries === PAUSES.length || call.account.isDown;
		// While nobody answers, each request is tried once instead of each waiting for itself.
		call.account.isDown = isPassing(result) && isLast;
		if (mayRepeat && !isLast) await sleep(jitter(PAUSES[tries]!), call.signal);
		else if (result.status === 'rejected') throw result.reason;
		else return result.value;
	}
}

type Result = PromiseSettledResult<HttpAnswer>;

function isPassing(result: Result): boolean {
	if (result.status === 'fulfilled') return result.value.statusCode >= 500;
	return result.reason instanceof Failure && (result.reason.facts.inDoubt === true || isNeverSent(result));
}

function isNeverSent(result: Result): boolean {
	return result.status === 'rejected' && result.reason instanceof Failure && result.reason.facts.neverSent === true;
}
