import type { HttpAnswer } from '../../shared/transport/answer';
import type { Throttle } from '../../shared/transport/provider';
import { isRateRefusal } from '../../shared/transport/answers/rateRefusal';
import { readErrorBody } from './errors';

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
/**
 * 360dialog's own limit on an endpoint (https://docs.360dialog.com/docs/support/api-error-message-list): the gateway
 * says just that, without a code. In the middle of WhatsApp's words it would be the text of a message that they quote.
 */
const GATEWAY_TEXT = /^you have exceeded the endpoint rate limit\.?$/i;

/**
 * Reads whether WhatsApp or 360dialog refused a request for its rate; they answer that with HTTP 400 as well as 429.
 */
export function dialog360Throttle(answer: HttpAnswer): Throttle | undefined {
	const { statusCode, body } = answer;
	const { code: given, text } = readErrorBody(body);
	const code = Number(given ?? NaN);
	if (code === PAIR_CODE) return { isAboutRecipient: true, pause: PAIR_PAUSE_MS };
	if (isRateRefusal(answer, () => text)) return {};
	if (statusCode !== 400) return undefined;
	const words = typeof body === 'string' ? body : text;
	return ACCOUNT_CODES.has(code) || (given === null && GATEWAY_TEXT.test(words.trim())) ? {} : undefined;
}
