import { clip } from '../failures/clip';
import { Failure } from '../failures/failure';
import type { Provider } from './provider';
import { isGood, isSuccess, saysError } from './answer';
import type { Expected, HttpAnswer } from './answer';
import { outcomeOf } from './answers/answerOutcome';
import { explained } from './answers/explained';

/** Characters of what somebody else said that a sentence repeats. */
export const MAX_QUOTED = 400;

/** The sentence for an answer that is not good. */
export function answerFailure(provider: Provider, answer: HttpAnswer, expected?: Expected): Failure {
	if (answer.isFromProxy) return proxyRefusal(provider, answer);
	if (isGood(answer)) return unexpectedAnswer(provider, answer, JSON.stringify(expected) ?? 'success');
	if (isSuccess(answer.statusCode)) return unexpectedAnswer(provider, answer, 'JSON');
	const httpCode = String(answer.statusCode);
	const text = clip(provider.readError(answer.body), MAX_QUOTED) || describeBody(answer);
	const { cause, nextStep, code, traceId } = explained(provider, answer, text);
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

/** The sentence for a 2xx answer that says itself that it is none. */
function errorWithin(provider: Provider, answer: HttpAnswer): Failure {
	const { statusCode } = answer;
	const text = clip(provider.readError(answer.body), MAX_QUOTED);
	const { cause, nextStep, code, traceId } = provider.explain(answer, text);
	return new Failure({
		message: `${provider.displayName} answered HTTP ${statusCode}, but with an error: ${text}`,
		cause,
		nextStep,
		code: code ?? 'UNEXPECTED_ANSWER',
		traceId,
		httpCode: String(statusCode),
		outcome: 'inDoubt',
	});
}

/** The sentence for a 2xx answer that does not hold what the provider documents. */
export function unexpectedAnswer(provider: Provider, answer: HttpAnswer, missing: string): Failure {
	if (isGood(answer) && saysError(answer.body) && provider.readError(answer.body)) return errorWithin(provider, answer);
	const isBegun = typeof answer.body === 'string' && /^\s*[{[]/.test(answer.body);
	return new Failure({
		message: `${provider.displayName} answered HTTP ${answer.statusCode} without ${missing}: ${describeBody(answer)}`,
		cause: isBegun
			? 'The answer begins as JSON and is none: the connection may have been cut before its end.'
			: `A proxy, a firewall or the login page of a network may have answered instead of ${provider.displayName}.`,
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
