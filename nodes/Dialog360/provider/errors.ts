import { oneLine } from '../../shared/failures/oneLine';
import { asObject, idText } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import { usualStatus } from '../../shared/transport/answers/usualStatus';
import { explainCode } from './errorCodes';
import type { Explanation } from './errorCodes/explanation';

/** What an answer that is not good says. */
interface ErrorBody {
	text: string;
	/** WhatsApp's code. */
	code: string | null;
	/** Tells more where the code says only that a parameter is wrong: of templates that are created. */
	subcode: string | null;
	/** By which Meta's support finds the request. */
	traceId: string | null;
}

/**
 * Reads the three shapes of a refusal: `{ error: "text" }` and `{ meta: { developer_message } }` of 360dialog's
 * gateway, `{ error: { message, code, error_subcode, error_user_msg, error_data: { details }, fbtrace_id } }` of
 * WhatsApp. An older shape, still seen in the sandbox, is `{ errors: [{ code, title, details }] }`.
 */
export function readErrorBody(body: unknown): ErrorBody {
	const { error, errors, meta, message } = asObject(body);
	if (typeof error === 'string' && error) return { text: error, code: null, subcode: null, traceId: null };
	const fault = asObject(error ?? (Array.isArray(errors) ? errors[0] : undefined));
	const { details } = asObject(fault.error_data);
	const text =
		details ??
		fault.error_user_msg ??
		fault.details ??
		fault.message ??
		fault.title ??
		developerMessage(meta) ??
		message;
	return {
		text: oneLine(text ?? errors),
		code: idText(fault.code),
		subcode: idText(fault.error_subcode),
		traceId: idText(fault.fbtrace_id),
	};
}

/**
 * Refusals of 360dialog's gateway that have no code (https://docs.360dialog.com/docs/support/api-error-message-list).
 */
const GATEWAY_TEXTS: Array<[RegExp, Explanation]> = [
	[
		/has been disabled/i,
		{
			cause: '360dialog has switched this number off.',
			nextStep: 'Look at the number and at the invoices in the 360dialog Hub, or ask 360dialog support.',
		},
	],
	[
		/\bis blocked\b/i,
		{
			cause: 'The key may not do this, or 360dialog has blocked the endpoint for this number.',
			nextStep: 'Check the number with Account > Get Health, or ask 360dialog support to enable it.',
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

/** The cause in plain words and the next step, for an answer that is not good. `text` is what it says. */
export function explain({ statusCode, body }: HttpAnswer, text: string) {
	const { code, subcode, traceId } = readErrorBody(body);
	const finer = explainCode(subcode);
	const known = finer ?? explainCode(code) ?? GATEWAY_TEXTS.find(([pattern]) => pattern.test(text))?.[1];
	const said = (finer ? subcode : code) ?? undefined;
	return { ...(known ?? byStatus(statusCode)), code: said, traceId: traceId ?? undefined };
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
	const usual = usualStatus('360dialog', statusCode);
	if (statusCode < 500) return usual;
	return {
		...usual,
		nextStep: 'Look for a status event of the message in the 360dialog Trigger before you repeat it.',
	};
}

/** 360dialog's documents write the name both ways. */
function developerMessage(meta: unknown): unknown {
	const { developer_message: message, developerMessage: other } = asObject(meta);
	return message ?? other;
}
