import { asObject } from '../../shared/json';
import type { HttpAnswer } from '../../shared/transport/answer';
import type { Throttle } from '../../shared/transport/provider';

/**
 * WhatsApp's codes for "too many requests": of the app (4), of the business account (80007), of the number's
 * throughput (130429). They come with HTTP 400
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes).
 */
const ACCOUNT_CODES = new Set([4, 80007, 130429]);
/** Too many messages from this number to this recipient. */
const PAIR_CODE = 131056;
/** One message in six seconds is what a pair of numbers bears once its allowance is used up (same page). */
const PAIR_PAUSE_MS = 6_000;
/** 360dialog's own limit on an endpoint (https://docs.360dialog.com/docs/support/api-error-message-list). */
const GATEWAY_TEXT = /exceeded the endpoint rate limit/i;

/**
 * Reads whether WhatsApp or 360dialog refused a request for its rate; they answer that with HTTP 400 as well as 429.
 */
export function dialog360Throttle({ statusCode, body }: HttpAnswer): Throttle | undefined {
	const code = Number(asObject(asObject(body).error).code);
	if (code === PAIR_CODE) return { isAboutRecipient: true, pause: PAIR_PAUSE_MS };
	if (statusCode === 429) return {};
	if (statusCode !== 400) return undefined;
	return ACCOUNT_CODES.has(code) || GATEWAY_TEXT.test(JSON.stringify(body) ?? '') ? {} : undefined;
}
