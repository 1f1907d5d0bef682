import type { AskOptions, RequestSource, RequestSpec } from './ask';
import type { Call } from './call';
import { rateLimitFailure } from './explain';
import { DEFAULT_MAX_WAIT } from './requestOptions';
import { retryAfterMs } from './retryAfter';
import { send } from './send';
import type { HttpAnswer } from './send';
import { LimitHolds } from './turn';
import type { Turn } from './turn';

/** A pause shorter than this is not worth a line in the log. */
const LOGGED_PAUSE_MS = 1_000;

/**
 * Sends a request when the account's pace gives it a turn, and again while the provider refuses it for its rate.
 *
 * @throws Failure when no answer came, or when the rate limit held for longer than the user wants to wait
 */
export async function inTurn(call: Call, source: RequestSource, options: AskOptions): Promise<HttpAnswer> {
	const { account, provider, context } = call;
	for (let isRepeat = false; ; isRepeat = true) {
		const turn = await nextTurn(call, options, isRepeat);
		call.heldFor += turn.heldFor;
		const answer = await sendInTurn(call, source, options);
		const throttle = provider.throttle(answer);
		if (!throttle) {
			account.pacer.taken();
			return answer;
		}
		const retryAfter = retryAfterMs(answer.headers['retry-after'], Date.now()) ?? throttle.pause;
		const pause = account.pacer.refused(turn, { ...throttle, retryAfter });
		if (pause >= LOGGED_PAUSE_MS) {
			const seconds = Math.ceil(pause / 1000);
			context.logger.info(
				`${provider.displayName} takes no more requests for now: all wait ${seconds} s, ${account.pacer.waiting + 1} of them in line`,
			);
		}
	}
}

async function nextTurn(call: Call, { isLow, recipient }: AskOptions, isRepeat: boolean): Promise<Turn> {
	const { maxParallelRequests, maxWaitForRateLimit = DEFAULT_MAX_WAIT } = call.options;
	const [result] = await Promise.allSettled([
		call.account.pacer.turn({
			limit: maxParallelRequests ?? call.provider.maxInFlight,
			maxWait: maxWaitForRateLimit * 1000,
			isLow,
			recipient,
			isRepeat,
			signal: call.signal,
		}),
	]);
	if (result.status === 'fulfilled') return result.value;
	if (result.reason instanceof LimitHolds) throw rateLimitFailure(call.provider, maxWaitForRateLimit);
	throw result.reason;
}

/** Sends what the turn is for. When that gets no answer the turn is given back here. */
async function sendInTurn(call: Call, source: RequestSource, options: AskOptions): Promise<HttpAnswer> {
	let body: unknown;
	let isAnswered = false;
	try {
		if (!call.hasStarted || !options.isRead) call.origin.mayStart();
		const spec = typeof source === 'function' ? await source() : source;
		({ body } = spec);
		call.hasStarted = true;
		const answer = await send(call.context, call.provider, { ...call.transport, ...withJsonBody(spec) });
		isAnswered = true;
		return answer;
	} finally {
		if (!isAnswered) call.account.pacer.ended();
		close(body);
	}
}

/** A file that was not read to its end would stay open. */
function close(body: unknown): void {
	const { destroy } = (body ?? {}) as { destroy?: unknown };
	if (typeof destroy === 'function') destroy.call(body);
}

/** n8n drops an empty object as a body, and APIs that insist on JSON refuse a POST without one. */
function withJsonBody(spec: RequestSpec): RequestSpec {
	const isEmpty = typeof spec.body === 'object' && spec.body !== null && Object.keys(spec.body).length === 0;
	const hasBody = spec.method !== undefined && spec.method !== 'GET' && spec.method !== 'DELETE';
	if (!hasBody || (spec.body !== undefined && !isEmpty)) return spec;
	return { ...spec, body: '{}', headers: { 'Content-Type': 'application/json', ...spec.headers } };
}
