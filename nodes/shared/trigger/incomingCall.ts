import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { settled } from '../failures/settled';
import { isObject, parseJson } from '../json';

/** What Node and n8n put on a request beside the parsed body. */
interface RawRequest {
	/** The bytes as they came, decompressed; n8n has them for everything but multipart bodies. */
	rawBody?: Buffer;
	/** Names and values in turn, as they came. */
	rawHeaders: string[];
}

/** The part of Express's response that triggers use. */
export interface CallResponse {
	statusCode: number;
	setHeader(name: string, value: string): unknown;
	status(code: number): { json(body: IDataObject): unknown };
	/**
	 * `prefinish`: somebody ended the answer; `finish`: it was handed to the network, which takes a caller that is there.
	 */
	once(event: 'prefinish' | 'finish', listener: () => void): unknown;
}

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/**
 * The bytes of a call that says to be JSON: those are what a provider signs, while n8n's own reading of them follows a
 * charset that stands in an unsigned header. They are to be read after the call was verified, since that costs time.
 *
 * @returns undefined when the content type is not JSON
 */
export function jsonBytes(context: IWebhookFunctions): Buffer | undefined {
	const { rawBody } = context.getRequestObject() as RawRequest;
	const contentType = (context.getHeaderData() as Record<string, unknown>)['content-type'];
	return rawBody && JSON_TYPE.test(String(contentType)) ? rawBody : undefined;
}

/** The JSON in the bytes of a call; undefined when they hold none. */
export function jsonIn(raw: Buffer): unknown {
	try {
		return parseJson(raw.toString('utf8').replace(/^\uFEFF/, ''));
	} catch {
		return undefined;
	}
}

/** The JSON object in the bytes of a call; undefined when they hold none. */
export function objectIn(raw: Buffer): IDataObject | undefined {
	const json = jsonIn(raw);
	return isObject(json) ? json : undefined;
}

/**
 * A header that came once; undefined for one that is absent or came several times. Node joins those with a comma, and
 * what is joined may look like a single good one.
 */
export function onlyHeader(context: IWebhookFunctions, name: string): string | undefined {
	const { rawHeaders } = context.getRequestObject() as RawRequest;
	const values = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]!.toLowerCase() === name);
	return values.length === 1 ? values[0] : undefined;
}

/** A call that starts nothing: the caller gets a status and one sentence. */
export class Refusal {
	constructor(
		readonly statusCode: number,
		readonly message: string,
		/** Whether the provider sent it, and an event may be lost with it: somebody should know. */
		readonly mayBeEvent = false,
	) {}
}

/** Answers here because the body that n8n would answer for a node always comes with 200. */
export function refuse(context: IWebhookFunctions, { statusCode, message, mayBeEvent }: Refusal): IWebhookResponseData {
	context.logger[mayBeEvent ? 'warn' : 'debug'](
		`${context.getNode().name} refused a call (HTTP ${statusCode}): ${message}`,
	);
	(context.getResponseObject() as CallResponse).status(statusCode).json({ message });
	return { noWebhookResponse: true };
}

/**
 * The item of an event. One that cannot be read is passed on as it came: it must not hold up the others of its call.
 */
export function readOrPass(
	context: IWebhookFunctions,
	{ type, raw }: { type: string; raw: IDataObject },
	read: () => IDataObject,
): IDataObject {
	try {
		return read();
	} catch (error) {
		context.logger.error(`${context.getNode().name} could not read an event of type ${type}: ${String(error)}`);
		return { event: type, raw };
	}
}

/** Says in the log that a call which was verified told of something that is not the trigger's. */
export function warnOfOthers(context: IWebhookFunctions, what: string): void {
	context.logger.warn(`${context.getNode().name} was told of ${what}, which starts nothing`);
}

/** For a call whose equal is being saved: the provider is to call again, when it is known what became of that one. */
export function undecided(): Refusal {
	return new Refusal(503, 'An equal call is being processed');
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
	judge: () => Promise<IWebhookResponseData | Refusal>,
): Promise<IWebhookResponseData> {
	const result = await settled(judge());
	if (result.status === 'fulfilled')
		return result.value instanceof Refusal ? refuse(context, result.value) : result.value;
	const reason: unknown = result.reason;
	const why = reason instanceof Error ? reason.message : String(reason);
	context.logger.error(`${context.getNode().name} could not judge a call of ${provider}: ${why}`);
	return refuse(context, new Refusal(503, 'The call cannot be verified at the moment'));
}
