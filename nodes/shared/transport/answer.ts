import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { asObject, isObject } from '../json';

/** A provider's answer. `body` is parsed JSON, or text where it was none. Header names are lower case. */
export interface HttpAnswer {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: unknown;
	/** The path that was asked for, by which a refusal can name the field that was meant. */
	path?: string;
	/** Whether the request only read. */
	isRead?: boolean;
	/** Whether a proxy answered in the provider's place, so that the request never reached it. */
	isFromProxy?: boolean;
	/** Whether an earlier try of the same request was left in doubt, so that this answer may be about what that did. */
	isAfterDoubt?: boolean;
	/** Whether it is a repeated delete that found nothing any more: the try that was left in doubt did it. */
	isGone?: boolean;
}

/** Whether a request only reads; n8n asks with GET where nothing else is said. */
export function isReading({ method = 'GET' }: Pick<IHttpRequestOptions, 'method'>): boolean {
	return method === 'GET';
}

/** What the body of a good answer holds: a field, by its name, or fields with their values. */
export type Expected = string | IDataObject;

/** Whether a body holds what is expected of it, and does not say itself that it was in vain. */
export function holds(body: unknown, expected: Expected): boolean {
	if (saysError(body)) return false;
	const fields = asObject(body);
	if (typeof expected === 'string') return fields[expected] !== undefined;
	return Object.entries(expected).every(([name, value]) => fields[name] === value);
}

/** Whether a body says itself that it was in vain, whatever its status. */
export function saysError(body: unknown): boolean {
	const { success, status, error, errors } = asObject(body);
	const isSaid = (value: unknown) => typeof value === 'string' || (isObject(value) && Object.keys(value).length > 0);
	const said = [error, ...(Array.isArray(errors) ? errors : [errors])];
	return success === false || status === 'error' || said.some(isSaid);
}

/**
 * Whether the provider took the request: a 2xx answer, and not a text or a web page, which none of the providers
 * answers with and every login page of a network does.
 */
export function isGood({ statusCode, body, isFromProxy, isGone }: HttpAnswer): boolean {
	return isGone === true || (isSuccess(statusCode) && !isFromProxy && !isText(body));
}

/** Whether a status says that all is well, whoever says it. */
export function isSuccess(statusCode: number): boolean {
	return statusCode >= 200 && statusCode < 300;
}

/** Whether a body is a text or a web page, and not empty. */
export function isText(body: unknown): boolean {
	if (typeof body === 'string') return body.trim() !== '';
	return typeof body === 'number' || typeof body === 'boolean';
}

/** Whether a body holds nothing at all; what was asked for would be in it. */
export function isEmpty(body: unknown): boolean {
	if (isStream(body)) return false;
	return body === undefined || body === null || body === '' || (isObject(body) && Object.keys(body).length === 0);
}

/** A body that is read while it comes. */
export function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}
