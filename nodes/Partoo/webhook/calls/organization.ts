import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';

/**
 * Whether a call tells of another organization than those that the trigger is for. One key of Partoo signs the calls
 * for all its customers: whoever has an account there can have Partoo sign what they write, and send it to any URL.
 *
 * Leads name no organization (https://developers.partoo.co/api-reference/webhooks-events/lead-received) and pass.
 *
 * @param known empty where it is not known which ones they are
 */
export function isOfOthers(payload: IDataObject, known: string[]): boolean {
	const named = [payload, asObject(payload.review), asObject(payload.business)].map(({ org_id: id }) => idText(id));
	return known.length > 0 && named.some((id) => id !== null && !known.includes(id));
}
