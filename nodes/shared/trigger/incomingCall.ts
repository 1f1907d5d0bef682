import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { settled } from '../failures/settled';
import { isObject } from '../json';

/** What n8n puts on a request beside the parsed body. */
interface RawRequest {
	/** The bytes as they came, decompressed; n8n has them for everything but multipart bodies. */
	rawBody?: Buffer;
}

/** The part of Express's response that triggers use. */
export interface CallResponse {
	statusCode: number;
	setHeader(name: string, value: string): unknown;
	status(code: number): { json(body: IDataObject): unknown };
	once(event: 'finish', listener: () => void): unknown;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * The JSON object that a call carries, read anew from the bytes: those are what a provider signs, while n8n's own
 * reading of them follows a charset that stands in an unsigned header.
 *
 * @returns undefined when the content type is not JSON, or when the bytes hold no object
 */
export function bodyOf(context: IWebhookFunctions): { raw: Buffer; json: IDataObject } | undefined {
	const { rawBody } = context.getRequestObject() as RawRequest;
	const contentType = (context.getHeaderData() as Record<string, unknown>)['content-type'];
	if (!rawBody || !JSON_TYPE.test(String(contentType))) return undefined;
	const json = parse(rawBody);
	return isObject(json) ? { raw: rawBody, json } : undefined;
}

/**
 * Refuses a call: it starts nothing, and the caller gets a status and one sentence. The answer is written here because
 * the body that n8n would answer for a node always comes with 200.
 */
export function refuse(context: IWebhookFunctions, statusCode: number, message: string): IWebhookResponseData {
	context.logger.debug(`${context.getNode().name} refused a call (HTTP ${statusCode}): ${message}`);
	(context.getResponseObject() as CallResponse).status(statusCode).json({ message });
	return { noWebhookResponse: true };
}

/** Takes note when n8n answers a call with 5xx after all, e.g. because it could not save the execution. */
export function onLostRun(context: IWebhookFunctions, listener: () => void): void {
	const response = context.getResponseObject() as CallResponse;
	response.once('finish', () => {
		if (response.statusCode >= 500) listener();
	});
}

/**
 * Lets a trigger judge a call. What goes wrong meanwhile, e.g. because n8n cannot read the credential, is answered with
 * 503, so that the provider calls again later: the call may be a good one.
 *
 * @param provider as it is called in sentences
 */
export async function judgeCall(
	context: IWebhookFunctions,
	provider: string,
	judge: () => Promise<IWebhookResponseData>,
): Promise<IWebhookResponseData> {
	const result = await settled(judge());
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	const why = reason instanceof Error ? reason.message : String(reason);
	context.logger.error(`${context.getNode().name} could not judge a call of ${provider}: ${why}`);
	return refuse(context, 503, 'The call cannot be verified at the moment');
}

function parse(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}
