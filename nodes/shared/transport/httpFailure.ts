import { clip } from '../failures/clip';
import { Failure } from '../failures/failure';
import type { Outcome } from '../failures/outcome';
import type { Provider } from './provider';
import { holds, isGood, isSuccess, isText } from './answer';
import type { Expected, HttpAnswer } from './answer';

/** Characters of what somebody else said that a sentence repeats. */
export const MAX_QUOTED = 400;

/**
 * Statuses below 500 that leave open what became of the request: the result stands elsewhere (303), and a gateway did
 * not wait for the provider any longer (408). All other redirects say that it has to be sent elsewhere.
 */
const IN_DOUBT = new Set([303, 408]);
/** Statuses from 500 on that say that the request was not carried out (RFC 9110, section 15.6; RFC 6585 for 511). */
const NOT_CARRIED_OUT = new Set([501, 505, 511]);
const notCarriedOut: ReturnType<Provider['explain']> = {
	cause: 'It was not carried out. A network that wants a login first may have answered instead.',
	nextStep: 'Check the base URL in the credential, and the network of this n8n.',
};

/**
 * What became of a request that was answered, a good answer being expected to hold something. A server that broke down
 * may have done so after it took the message, and whoever shows a web page in its place says nothing of it.
 */
export function outcomeOf(provider: Provider, answer: HttpAnswer, expected: Expected = {}): Outcome {
	const { statusCode, isFromProxy } = answer;
	if (isFromProxy) return 'neverSent';
	if (provider.throttle(answer)) return 'tooMany';
	if (answer.isGone || (isGood(answer) && holds(answer.body, expected))) return 'taken';
	if (isSuccess(statusCode) || IN_DOUBT.has(statusCode)) return 'inDoubt';
	return statusCode >= 500 && !NOT_CARRIED_OUT.has(statusCode) ? 'inDoubt' : 'refused';
}

/** The sentence for an answer that is not good. */
export function answerFailure(provider: Provider, answer: HttpAnswer, expected?: Expected): Failure {
	if (answer.isFromProxy) return proxyRefusal(provider, answer);
	if (isGood(answer)) return unexpectedAnswer(provider, answer, JSON.stringify(expected) ?? 'success');
	if (isSuccess(answer.statusCode)) return unexpectedAnswer(provider, answer, 'JSON');
	const httpCode = String(answer.statusCode);
	const text = clip(provider.readError(answer.body), MAX_QUOTED) || describeBody(answer);
	const { cause, nextStep, code, traceId } = NOT_CARRIED_OUT.has(answer.statusCode)
		? notCarriedOut
		: provider.explain(answer, text);
	const outcome = outcomeOf(provider, answer);
	const verb = answer.statusCode >= 500 ? 'could not process' : 'refused';
	return new Failure({
		message: `${provider.displayName} ${verb} the request (HTTP ${httpCode}): ${text}`,
		cause,
		nextStep,
		code: code ?? httpCode,
		traceId,
		httpCode,
		outcome: outcome === 'taken' ? 'refused' : outcome,
	});
}

const NOTHING = /(does not|doesn't|no longer) exist|not found/i;

/**
 * Whether a delete found nothing; some providers say so in words. A text or a web page is of a gateway that does not
 * find the provider.
 */
export function foundNothing(provider: Provider, { statusCode, body }: HttpAnswer): boolean {
	const isRefusal = statusCode === 400 || statusCode === 422;
	return ([404, 410].includes(statusCode) && !isText(body)) || (isRefusal && NOTHING.test(provider.readError(body)));
}

/** The sentence for a 2xx answer that does not hold what the provider documents. */
export function unexpectedAnswer(provider: Provider, answer: HttpAnswer, missing: string): Failure {
	return new Failure({
		message: `${provider.displayName} answered HTTP ${answer.statusCode} without ${missing}: ${describeBody(answer)}`,
		cause: `A proxy, a firewall or the login page of a network may have answered instead of ${provider.displayName}.`,
		nextStep: 'Check the base URL in the credential, and the network of this n8n.',
		code: 'UNEXPECTED_ANSWER',
		httpCode: String(answer.statusCode),
		outcome: 'inDoubt',
	});
}

/** The sentence for a request that gave up because the provider refused it and its like for their rate. */
export function rateLimitFailure({ displayName }: Provider, seconds: number): Failure {
	return new Failure({
		message: `The rate limit of ${displayName} holds for longer than 'Max Wait For Rate Limit' (${seconds} s); nothing was sent for this item`,
		cause: `${displayName} refused every request like this one in that time, or asked to wait longer.`,
		nextStep: `Send less at a time, let other workflows with the same key pause, raise 'Max Wait For Rate Limit' under Request Options, or ask ${displayName} for a higher limit.`,
		code: 'RATE_LIMIT',
		httpCode: '429',
		outcome: 'tooMany',
	});
}

/** The sentence for what a proxy between n8n and the provider said instead of passing the request on. */
function proxyRefusal({ displayName }: Provider, answer: HttpAnswer): Failure {
	const httpCode = String(answer.statusCode);
	return new Failure({
		message: `A proxy between n8n and ${displayName} did not let the request through (HTTP ${httpCode}): ${describeBody(answer)}`,
		cause: `The answer is the proxy's, not ${displayName}'s. Nothing was sent.`,
		nextStep:
			answer.statusCode === 407
				? 'Check user name and password of the proxy, under Request Options > Proxy or in the settings of this n8n.'
				: `Ask whoever runs the proxy to let this n8n reach ${displayName}, or take it out under Request Options > Proxy or in the settings of this n8n.`,
		code: 'PROXY_REFUSED',
		httpCode,
		outcome: 'neverSent',
	});
}

/** What an answer looks like that holds no words of the provider: a page of a proxy, an empty body. */
function describeBody({ body, headers, statusCode }: HttpAnswer): string {
	if (statusCode >= 300 && statusCode < 400) return `it redirects to ${headers.location ?? 'another address'}`;
	if (body === undefined || body === null || body === '') return 'the answer is empty';
	if (typeof body !== 'string') return clip(JSON.stringify(body), MAX_QUOTED);
	const title = /<title[^>]*>([^<]*)</i.exec(body)?.[1]?.trim();
	if (/^\s*</.test(body))
		return title ? `the answer is a web page titled "${clip(title, MAX_QUOTED)}"` : 'the answer is a web page';
	return clip(body, MAX_QUOTED);
}
