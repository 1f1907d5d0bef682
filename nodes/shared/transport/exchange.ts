import type { IExecuteSingleFunctions, IHookFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { Failure } from '../failures/failure';
import { redactor } from '../failures/secrets';
import type { Redactor } from '../failures/secrets';
import { settled } from '../failures/settled';
import { isGood, isReading, isStream } from './answer';
import type { HttpAnswer } from './answer';
import { answerIn } from './connection/answerIn';
import { keepsCauses } from './connection/connection';
import { connectionFailure } from './connection/connectionFailure';
import { Deadline, watched } from './deadline';
import { answerFailure, unexpectedAnswer } from './httpFailure';
import { plainBody } from './answers/plainBody';
import type { Provider } from './provider';

/** Milliseconds. After a timeout nobody knows whether a message went out, so it is generous. */
export const DEFAULT_TIMEOUT = 60_000;

/** Any n8n context that can send a request with a credential. */
export type Sender = Pick<IExecuteSingleFunctions | ILoadOptionsFunctions | IHookFunctions, 'getNode'> & {
	helpers: Pick<IExecuteSingleFunctions['helpers'], 'httpRequestWithAuthentication'>;
	getCredentials: IExecuteSingleFunctions['getCredentials'];
	getExecutionCancelSignal?: IExecuteSingleFunctions['getExecutionCancelSignal'];
};

/**
 * Sends one request with the node's credential and answers what the provider said, whatever the status, without the
 * secrets of the credential. An answer comes within the timeout or counts as none; of a file that is streamed, no part
 * may take longer.
 *
 * Redirects are not followed: they would carry the API key to another host.
 *
 * @param hide what hides the credential's secrets, where the caller has it
 * @throws Failure when no answer came (refused, reset, timed out)
 */
export async function exchange(
	context: Sender,
	provider: Provider,
	options: IHttpRequestOptions,
	hide?: Redactor,
): Promise<HttpAnswer> {
	const deadline = new Deadline(Number(options.timeout) || DEFAULT_TIMEOUT, context.getExecutionCancelSignal?.());
	const result = await settled(
		(async () => {
			const answer = await ask(context, provider, options, deadline);
			if (isStream(answer.body) && isGood(answer)) return { ...answer, body: watched(answer.body, deadline) };
			return { ...answer, body: await plainBody(answer.body) };
		})(),
	);
	const hidden = hide ?? (await redactorOf(context, provider));
	if (result.status === 'rejected') {
		deadline.end();
		throw new Failure(hidden(connectionFailure(provider, result.reason, options).facts));
	}
	const { value: answer } = result;
	if (!isStream(answer.body)) deadline.end();
	return readable(provider, { ...answer, path: options.url, isRead: isReading(options) }, hidden);
}

/** JSON that is nested thousands of levels deep can be read by nobody, n8n included. */
function readable(provider: Provider, answer: HttpAnswer, hidden: Redactor): HttpAnswer {
	try {
		return { ...answer, headers: hidden({ ...answer.headers }), body: hidden(answer.body) };
	} catch {
		const body = 'it is nested too deeply';
		throw unexpectedAnswer(provider, { ...answer, body }, 'JSON that can be read');
	}
}

/**
 * Statuses that n8n answers as errors, because those show whether the provider was connected: all but 401, after which
 * n8n asks once more by itself.
 */
const ERRORS = Array.from({ length: 700 }, (_, index) => index + 300).filter((status) => status !== 401);
/** Through a proxy also those that are none: nothing but 200 opens a tunnel, and what else it says is no answer. */
const NOT_200 = [...Array.from({ length: 99 }, (_, index) => index + 201), ...ERRORS];

async function ask(
	context: Sender,
	provider: Provider,
	options: IHttpRequestOptions,
	{ signal }: Deadline,
): Promise<HttpAnswer> {
	// n8n puts the signal of the execution into the request: the deadline's, which follows it, takes its place.
	const withDeadline = Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Sender;
	const result = await settled(
		withDeadline.helpers.httpRequestWithAuthentication.call(
			withDeadline as IExecuteSingleFunctions,
			provider.credential,
			{
				...options,
				// A copy, because n8n writes the key into the object that it is handed.
				headers: { ...options.headers },
				abortSignal: signal,
				returnFullResponse: true,
				ignoreHttpStatusErrors: keepsCauses(context)
					? { ignore: true, except: options.proxy ? NOT_200 : ERRORS }
					: true,
				disableFollowRedirect: true,
			},
		) as Promise<HttpAnswer>,
	);
	if (result.status === 'fulfilled') return result.value;
	const answered = answerIn(result.reason);
	if (!answered) throw result.reason;
	const { response, socket } = answered;
	const { status: statusCode, headers, data: body } = response;
	// What a proxy says instead of opening a tunnel comes over a connection that is not encrypted.
	const isFromProxy = statusCode === 407 || (isHttps(options) && socket?.encrypted === undefined && Boolean(socket));
	return { statusCode, headers, body, ...(isFromProxy && { isFromProxy }) };
}

function isHttps({ baseURL, url }: IHttpRequestOptions): boolean {
	return /^https:/i.test(baseURL ?? url);
}

/**
 * Like {@link exchange}, for requests whose answer must be good.
 *
 * @throws Failure when the answer is not good, or when none came
 */
export async function exchangeOrThrow(
	context: Sender,
	provider: Provider,
	options: IHttpRequestOptions,
): Promise<HttpAnswer> {
	const answer = await exchange(context, provider, options);
	if (!isGood(answer)) throw answerFailure(provider, answer);
	return answer;
}

async function redactorOf(context: Sender, provider: Provider): Promise<Redactor> {
	const result = await settled(context.getCredentials(provider.credential));
	return redactor(result.status === 'fulfilled' ? result.value : {});
}
