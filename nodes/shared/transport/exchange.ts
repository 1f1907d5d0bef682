import type { IExecuteSingleFunctions, IHookFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { isGood } from './answer';
import type { HttpAnswer } from './answer';
import { answerFailure, connectionFailure } from './httpFailure';
import type { Provider } from './provider';

/** Milliseconds. After a timeout nobody knows whether a message went out, so it is generous. */
export const DEFAULT_TIMEOUT = 60_000;

/** Any n8n context that can send a request with a credential. */
export type Sender = Pick<IExecuteSingleFunctions | ILoadOptionsFunctions | IHookFunctions, 'getNode'> & {
	helpers: Pick<IExecuteSingleFunctions['helpers'], 'httpRequestWithAuthentication'>;
	getCredentials: IExecuteSingleFunctions['getCredentials'];
};

/**
 * Sends one request with the node's credential and answers what the provider said, whatever the status.
 *
 * Redirects are not followed: they would carry the API key to another host. The headers are copied, because n8n
 * writes the key into the object that it is handed.
 *
 * @throws Failure when no answer came (refused, reset, timed out)
 */
export async function exchange(context: Sender, provider: Provider, options: IHttpRequestOptions): Promise<HttpAnswer> {
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context as IExecuteSingleFunctions,
			provider.credential,
			{
				...options,
				headers: { ...options.headers },
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
		)) as HttpAnswer;
		return isGood(answer)
			? answer
			: { ...answer, body: await withoutKey(context, provider, await plainBody(answer.body)) };
	} catch (error) {
		throw connectionFailure(provider, error, options);
	}
}

/**
 * Like {@link exchange}, for requests whose answer must be good.
 *
 * @throws Failure when the status is not 2xx, or when no answer came
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

/** More than any refusal says, in bytes. */
const MAX_REFUSAL = 64 * 1024;

/** The body of a refusal; a request for a stream gets a stream then too. */
async function plainBody(body: unknown): Promise<unknown> {
	if (!isStream(body)) return body;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > MAX_REFUSAL) break;
	}
	const text = Buffer.concat(chunks).toString();
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Some gateways repeat the request's headers in their error pages: the key must not come out with them. */
async function withoutKey(context: Sender, provider: Provider, body: unknown): Promise<unknown> {
	const { apiKey } = await context.getCredentials<{ apiKey?: string }>(provider.credential);
	if (!apiKey || body === undefined) return body;
	const text = JSON.stringify(body);
	return text.includes(apiKey) ? JSON.parse(text.replaceAll(apiKey, '***')) : body;
}
