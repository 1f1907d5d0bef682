import { settled } from '../failures/settled';
import { LimitHolds } from '../pacing/turn';
import type { Turn } from '../pacing/turn';
import type { HttpAnswer } from '../transport/answer';
import { exchange } from '../transport/exchange';
import { rateLimitFailure } from '../transport/httpFailure';
import { retryAfterMs } from '../transport/retryAfter';
import type { ExchangeOptions, RequestOrigin, RequestSource, RequestSpec } from './request';
import { isChange } from './changes/isChange';
import { requestKind } from './requestKind';
import { DEFAULT_MAX_WAIT } from './requestOptions';

/** A pause shorter than this is not worth a line in the log. */
const LOGGED_PAUSE_MS = 1_000;

/**
 * Sends a request when the account's pace gives it a turn, and again while the provider refuses it for its rate.
 *
 * @throws Failure when no answer came, or when the rate limit held for longer than the user wants to wait
 */
export async function paced(item: RequestOrigin, source: RequestSource, options: ExchangeOptions): Promise<HttpAnswer> {
	const { account, provider, context } = item;
	const kind = options.kind ?? requestKind(typeof source === 'function' ? item.routed : source);
	for (let isRepeat = false; ; isRepeat = true) {
		const turn = await nextTurn(item, { ...options, kind }, isRepeat);
		item.heldFor += turn.heldFor;
		const answer = await exchangeInTurn(item, turn, source, options);
		const throttle = answer.isFromProxy ? undefined : provider.throttle(answer);
		if (!throttle) {
			account.pacer.taken(turn);
			return answer;
		}
		const retryAfter = retryAfterMs(answer.headers['retry-after'], Date.now()) ?? throttle.pause;
		const pause = account.pacer.refused(turn, { ...throttle, retryAfter });
		if (pause >= LOGGED_PAUSE_MS) {
			const seconds = Math.ceil(pause / 1000);
			context.logger.info(
				`${provider.displayName} takes no more requests for now: all wait ${seconds} s, ${account.pacer.waiting(kind) + 1} of them in line`,
			);
		}
	}
}

async function nextTurn(
	item: RequestOrigin,
	{ kind, isLow, recipient }: ExchangeOptions & { kind: string },
	isRepeat: boolean,
): Promise<Turn> {
	const { maxParallelRequests, maxWaitForRateLimit = DEFAULT_MAX_WAIT } = item.options;
	const result = await settled(
		item.account.pacer.turn({
			limit: maxParallelRequests ?? item.provider.maxInFlight,
			maxWait: maxWaitForRateLimit * 1000,
			kind,
			isLow,
			recipient,
			isRepeat,
			lookAhead: isLow ? undefined : item.lookAhead,
			signal: item.signal,
		}),
	);
	if (result.status === 'fulfilled') return result.value;
	if (result.reason instanceof LimitHolds) throw rateLimitFailure(item.provider, maxWaitForRateLimit);
	throw result.reason;
}

/** Sends what the turn is for. When that gets no answer the turn is given back here. */
async function exchangeInTurn(
	item: RequestOrigin,
	turn: Turn,
	source: RequestSource,
	options: ExchangeOptions,
): Promise<HttpAnswer> {
	let body: unknown;
	let isAnswered = false;
	try {
		if (!item.hasStarted || !options.isRead) item.mayStart();
		const spec = typeof source === 'function' ? await source() : source;
		({ body } = spec);
		item.hasStarted = true;
		if (isChange(spec, options)) item.left();
		const answer = await exchange(item.context, item.provider, { ...item.transport, ...withJsonBody(spec) }, item.hide);
		isAnswered = true;
		return answer;
	} finally {
		if (!isAnswered) item.account.pacer.ended(turn);
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
