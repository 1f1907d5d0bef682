import { asText } from '../../../shared/json';
import { accountCodes, PERMISSION } from './account';
import { callCodes } from './calls';
import { deliveryCodes } from './delivery';
import type { Explanation } from './explanation';
import { flowCodes } from './flows';
import { groupCodes } from './groups';
import { registrationCodes } from './registration';
import { templateCodes } from './template';

/**
 * WhatsApp's codes (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes), as they come in
 * answers and, with `failed`, in status events.
 */
export const CODES: Record<number, Explanation> = {
	...accountCodes,
	...callCodes,
	...deliveryCodes,
	...flowCodes,
	...groupCodes,
	...registrationCodes,
	...templateCodes,
};

/** What WhatsApp's code means; undefined for a code that is not known. */
export function explainCode(code: unknown): Explanation | undefined {
	if (code === null || code === undefined || code === '') return undefined;
	const number = Number(asText(code));
	return CODES[number] ?? (number >= 200 && number < 300 ? PERMISSION : undefined);
}
