import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failure } from '../failures/failure';
import type { Outcome } from '../failures/outcome';
import type { Provider } from './provider';
import { isGood } from './answer';
import type { HttpAnswer } from './answer';

const MAX_TEXT_LENGTH = 400;

/** Codes of connections that ended before a byte of the request was written: the provider surely took nothing. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const TIMED_OUT = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** What became of a request that was answered. A server that broke down may have done so after it took the message. */
export function outcomeOf(provider: Provider, answer: HttpAnswer): Outcome {
	if (provider.throttle(answer)) return 'tooMany';
	if (isGood(answer)) return 'taken';
	return answer.statusCode >= 500 ? 'inDoubt' : 'refused';
}

/** The sentence for an answer with a status other than 2xx. */
export function answerFailure(provider: Provider, answer: HttpAnswer): Failure {
	const httpCode = String(answer.statusCode);
	const text = clip(provider.readError(answer.body)) || describeBody(answer);
	const { cause, nextStep, code, traceId } = provider.explain(answer, text);
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

/** The sentence for a 2xx answer that does not hold what the provider documents. */
export function unexpectedAnswer(provider: Provider, answer: HttpAnswer, missing: string): Failure {
	return new Failure({
		message: `${provider.displayName} answered HTTP ${answer.statusCode} without ${missing}: ${describeBody(answer)}`,
		nextStep: `Check the base URL in the credential, and whether a proxy or firewall stands between n8n and ${provider.displayName}.`,
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

/** The sentence for a request that got no answer. `error` is what n8n's request helper threw. */
export function connectionFailure(provider: Provider, error: unknown, options: IHttpRequestOptions): Failure {
	if (error instanceof Failure) return error;
	const code = codeOf(error);
	const host = hostOf(options);
	const name = provider.displayName;
	if (!code) {
		const text = error instanceof Error ? error.message : String(error);
		return new Failure({
			message: `The request to ${name} was not sent: ${clip(text)}`,
			nextStep: 'Check the credential and the Request Options of this node.',
			code: 'NOT_SENT',
		});
	}
	if (NEVER_SENT.has(code)) {
		return new Failure({
			message: `${name} could not be reached at ${host} (${code})`,
			cause: 'The connection was refused or the host was not found. Nothing was sent.',
			nextStep: 'Check the base URL in the credential and the network of this n8n, then run it again.',
			code,
			outcome: 'neverSent',
		});
	}
	const timedOut = TIMED_OUT.has(code);
	return new Failure({
		message: timedOut
			? `${name} did not answer in time (${code})`
			: `The connection to ${name} broke before the answer came (${code})`,
		cause: `Nobody knows whether ${name} carried the request out.`,
		nextStep: timedOut
			? `Look in ${name} whether it was done before you repeat it. A longer Timeout can be set under Request Options.`
			: `Look in ${name} whether it was done before you repeat it.`,
		code,
		outcome: 'inDoubt',
	});
}

function codeOf(error: unknown): string | undefined {
	for (let current = error; current instanceof Error; current = current.cause) {
		const { code } = current as Error & { code?: unknown };
		if (typeof code === 'string' && code) return code;
	}
	return undefined;
}

function hostOf({ baseURL, url }: IHttpRequestOptions): string {
	try {
		return new URL(url, baseURL).host;
	} catch {
		return String(baseURL ?? url);
	}
}

/** What an answer looks like that holds no words of the provider: a page of a proxy, an empty body. */
function describeBody({ body, headers, statusCode }: HttpAnswer): string {
	if (statusCode >= 300 && statusCode < 400) return `it redirects to ${headers.location ?? 'another address'}`;
	if (body === undefined || body === null || body === '') return 'the answer is empty';
	if (typeof body !== 'string') return clip(JSON.stringify(body));
	const title = /<title[^>]*>([^<]*)</i.exec(body)?.[1]?.trim();
	if (/^\s*</.test(body))
		return title ? `the answer is a web page titled "${clip(title)}"` : 'the answer is a web page';
	return clip(body);
}

function clip(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > MAX_TEXT_LENGTH ? `${line.slice(0, MAX_TEXT_LENGTH)} …` : line;
}
