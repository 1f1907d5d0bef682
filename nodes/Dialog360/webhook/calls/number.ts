import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';

/**
 * Whether an event is about another number than the trigger's; what is about the whole account names none. The webhook
 * of a whole account is called for all of its numbers, and who knows the secret of one call could make others.
 *
 * @param known null where it is not known which one it is
 */
export function isOfOtherNumber({ value }: { value: IDataObject }, known: string | null): boolean {
	const named = idText(asObject(value.metadata).phone_number_id);
	return known !== null && named !== null && named !== known;
}
