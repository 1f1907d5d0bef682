import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

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

function parse(raw: Buffer): unknown {
	try {
		return JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
