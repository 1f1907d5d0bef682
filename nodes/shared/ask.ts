import { sleep } from 'n8n-workflow';
import type { IHttpRequestOptions } from 'n8n-workflow';
import type { Call } from './call';
import { Failure } from './failure';
import { inTurn } from './inTurn';
import { jitter } from './pace';
import type { HttpAnswer } from './send';

/** A request of an operation, without the transport (host, credential, proxy, timeout), which the call adds. */
export type RequestSpec = Pick<IHttpRequestOptions, 'method' | 'url' | 'qs' | 'body' | 'headers' | 'encoding'>;

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
		const mayRepeat = tries < PAUSES.length && (isHarmless ? isPassing(result) : isNeverSent(result));
		if (!mayRepeat || call.account.isUnreachable) return conclude(call, result);
		await sleep(jitter(PAUSES[tries]!), call.signal);
	}
}

type Result = PromiseSettledResult<HttpAnswer>;

function conclude({ account }: Call, result: Result): HttpAnswer {
	// While nobody is at the other end, each item tries once instead of each waiting for itself.
	account.isUnreachable = isNeverSent(result);
	if (result.status === 'rejected') throw result.reason;
	return result.value;
}

function isPassing(result: Result): boolean {
	if (result.status === 'fulfilled') return result.value.statusCode >= 500;
	return result.reason instanceof Failure && (result.reason.facts.inDoubt ?? false) || isNeverSent(result);
}

function isNeverSent(result: Result): boolean {
	return result.status === 'rejected' && result.reason instanceof Failure && result.reason.facts.neverSent === true;
}
