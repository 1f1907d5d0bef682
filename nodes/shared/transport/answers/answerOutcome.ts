import type { Outcome } from '../../failures/outcome';
import { holds, isGood, isSuccess, isText } from '../answer';
import type { Expected, HttpAnswer } from '../answer';
import type { Provider } from '../provider';

/**
 * Statuses below 500 that leave open what became of the request: the result stands elsewhere (303), and a gateway did
 * not wait for the provider any longer (408). All other redirects say that it has to be sent elsewhere.
 */
const IN_DOUBT = new Set([303, 408]);
/** Statuses from 500 on that say that the request was not carried out (RFC 9110, section 15.6; RFC 6585 for 511). */
export const NOT_CARRIED_OUT = new Set([501, 505, 511]);

/**
 * What became of a request that was answered, a good answer being expected to hold something. A server that broke down
 * may have done so after it took the message, and whoever shows a web page in its place says nothing of it.
 */
export function outcomeOf(provider: Provider, answer: HttpAnswer, expected: Expected = {}): Outcome {
	const { statusCode, isFromProxy } = answer;
	if (isFromProxy) return 'neverSent';
	if (provider.throttle(answer)) return 'tooMany';
	if (answer.isGone || (isGood(answer) && holds(answer.body, expected))) return 'taken';
	if (isSuccess(statusCode) || IN_DOUBT.has(statusCode)) return 'inDoubt';
	return statusCode >= 500 && !NOT_CARRIED_OUT.has(statusCode) ? 'inDoubt' : 'refused';
}

const NOTHING = /(does not|doesn't|no longer) exist|not found/i;

/**
 * Whether a delete found nothing; some providers say so in words. A text or a web page is of a gateway that does not
 * find the provider.
 */
export function foundNothing(provider: Provider, { statusCode, body }: HttpAnswer): boolean {
	const isRefusal = statusCode === 400 || statusCode === 422;
	return ([404, 410].includes(statusCode) && !isText(body)) || (isRefusal && NOTHING.test(provider.readError(body)));
}
