import type { Checked, Findings } from '../shared/contract';
import { Refusal } from '../shared/provider';

/** Callbell's refusals. Which status belongs to which is not documented. https://docs.callbell.eu/api/reference/errors */
export const refused = (status: number, error: string | Findings, code?: string): Refusal =>
	new Refusal(status, { error, ...(code !== undefined && { code }) });

export const notAuthorized = (): Refusal => refused(401, 'not authorized');

export const notFound = (what = 'resource'): Refusal => refused(404, `${what} not found`);

export const invalid = (field: string, sentence: string): Refusal => refused(400, { [field]: [sentence] });

/** The checked value, or a 400 with a map of fields. */
export function accepted<T>(checked: Checked<T>): T {
	if (checked.ok) return checked.value;
	throw refused(400, checked.findings);
}
