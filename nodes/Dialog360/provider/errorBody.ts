import { asObject, idText } from '../../shared/json';
import { oneLine } from '../../shared/failures/oneLine';

/** What an answer that is not good says. */
export interface ErrorBody {
	text: string;
	/** WhatsApp's code. */
	code: string | null;
	/** By which Meta's support finds the request. */
	traceId: string | null;
}

/**
 * Reads the three shapes of a refusal: `{ error: "text" }` and `{ meta: { developer_message } }` of 360dialog's
 * gateway, `{ error: { message, code, error_data: { details }, fbtrace_id } }` of WhatsApp. An older shape, still seen
 * in the sandbox, is `{ errors: [{ code, title, details }] }`.
 */
export function readErrorBody(body: unknown): ErrorBody {
	const { error, errors, meta, message } = asObject(body);
	if (typeof error === 'string' && error) return { text: error, code: null, traceId: null };
	const fault = asObject(error ?? (Array.isArray(errors) ? errors[0] : undefined));
	const { details } = asObject(fault.error_data);
	const text = details ?? fault.details ?? fault.message ?? fault.title ?? asObject(meta).developer_message ?? message;
	return {
		text: oneLine(text ?? errors),
		code: idText(fault.code),
		traceId: idText(fault.fbtrace_id),
	};
}
