import type { HttpAnswer } from '../../shared/transport/answer';
import type { Provider } from '../../shared/transport/provider';
import { dialog360BaseUrl } from './environment';
import { readErrorBody } from './errorBody';
import { explainCode } from './errorCodes';
import type { Explanation } from './errorCodes';
import { dialog360Throttle } from './throttle';

/** Refusals of 360dialog's gateway that have no code (https://docs.360dialog.com/docs/support/api-error-message-list). */
const GATEWAY_TEXTS: Array<[RegExp, Explanation]> = [
	[
		/has been disabled/i,
		{
			cause: '360dialog has switched this number off.',
			nextStep: 'Look at the number and at the invoices in the 360dialog Hub, or ask 360dialog support.',
		},
	],
	[
		/lack of payment/i,
		{
			cause: 'The account has no balance left, or an invoice is not paid.',
			nextStep: 'Add funds or pay the invoice in the 360dialog Hub.',
		},
	],
];

function explain({ statusCode, body }: HttpAnswer, text: string) {
	const { code, traceId } = readErrorBody(body);
	const known = explainCode(code) ?? GATEWAY_TEXTS.find(([pattern]) => pattern.test(text))?.[1];
	return { ...(known ?? byStatus(statusCode)), code: code ?? undefined, traceId: traceId ?? undefined };
}

function byStatus(statusCode: number): { cause?: string; nextStep: string } {
	if (statusCode === 401) {
		return {
			cause: '360dialog does not know the API key.',
			nextStep:
				'Check the API key in the credential: it may be mistyped, replaced by a newer one in the Hub, or belong to the other environment.',
		};
	}
	if (statusCode === 403) {
		return {
			cause: 'The key may not do this, or 360dialog has blocked the endpoint for this number.',
			nextStep: 'Check the number with Account > Get Health, or ask 360dialog support.',
		};
	}
	if (statusCode === 404) {
		return {
			cause: '360dialog does not have it, or it belongs to another number.',
			nextStep: 'Check the ID or name, and that the credential is for the right number and environment.',
		};
	}
	if (statusCode === 429) {
		return { cause: '360dialog takes no more requests for now.', nextStep: 'Wait a minute and run it again.' };
	}
	if (statusCode >= 500) {
		return {
			cause: '360dialog could not process the request; whether it was carried out is not known.',
			nextStep: 'Look for a status event of the message in the 360dialog Trigger before you repeat it.',
		};
	}
	if (statusCode >= 300 && statusCode < 400) {
		return { nextStep: 'Check the base URL in the credential: the API answers without redirects.' };
	}
	return { nextStep: 'Change what 360dialog names above and run it again.' };
}

/** What the shared rooms need to know of 360dialog. */
export const dialog360: Provider = {
	id: 'dialog360',
	displayName: '360dialog',
	credential: 'dialog360Api',
	baseUrl: dialog360BaseUrl,
	// 80 messages a second (https://developers.facebook.com/docs/whatsapp/throughput) are reached by ten at a time.
	maxInFlight: 10,
	// WhatsApp has no call for the status of a message; nothing is polled.
	throttle: dialog360Throttle,
	readError: (body) => readErrorBody(body).text,
	explain,
};
