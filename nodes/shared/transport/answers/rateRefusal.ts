import type { HttpAnswer } from '../answer';
import type { Provider } from '../provider';

/** How servers begin to say it; in the middle of their words it may be the text of a message that they repeat. */
const WORDS =
	/^((the|your|api|request) )*(rate limit|quota)( (was|is|has been))? (exceeded|reached)|^too many requests/i;

/**
 * Whether a request was refused for its rate. Some gateways say so with 403 and in words.
 *
 * @param readError the provider's words in a body
 */
export function isRateRefusal({ statusCode, body }: HttpAnswer, readError: Provider['readError']): boolean {
	const words = typeof body === 'string' ? body : readError(body);
	return statusCode === 429 || (statusCode === 403 && WORDS.test(words.trim()));
}
