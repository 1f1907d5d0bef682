import type { Checked, Findings } from '../shared/contract';
import { Refusal } from '../shared/provider';

/**
 * Partoo's refusals. The guide answers 400 and 404 under `error`, the reference 401 and 403 under `errors`; both are kept.
 * https://developers.partoo.co/guides/api/getting-started/api-fundamentals/errors
 */
export const badRequest = (findings: Findings | string): Refusal => new Refusal(400, { error: { json: findings } });

export const notAuthenticated = (): Refusal =>
	new Refusal(401, { errors: { authentication: 'User not authenticated' } });

export const notAllowed = (reason = 'Operation not allowed'): Refusal =>
	new Refusal(403, { errors: { authorization: reason } });

export const notFound = (): Refusal => new Refusal(404, { error: { json: 'Resource not found' } });

export const conflict = (reason: string): Refusal => new Refusal(409, { error: { json: reason } });

export const unsupportedMediaType = (): Refusal =>
	new Refusal(415, { errors: { json: 'Unsupported media type. Please use application/json' } });

/** The checked value, or a 400 with Partoo's map of fields. */
export function accepted<T>(checked: Checked<T>): T {
	if (checked.ok) return checked.value;
	throw badRequest(checked.findings);
}
