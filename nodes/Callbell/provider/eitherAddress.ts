import type { ItemContext } from '../../shared/door/itemContext';
import type { RequestSpec } from '../../shared/door/request';
import { isGood } from '../../shared/transport/answer';
import type { HttpAnswer } from '../../shared/transport/answer';
import { answerFailure } from '../../shared/transport/httpFailure';

/**
 * Sends a request for which Callbell's documents give two addresses: to the second when the first leads nowhere.
 *
 * @throws Failure when it was refused
 */
export async function requestEither(item: ItemContext, first: RequestSpec, second: RequestSpec): Promise<HttpAnswer> {
	const answer = await item.ask(first);
	if (isGood(answer)) return answer;
	if (answer.statusCode !== 404) throw answerFailure(item.provider, answer);
	return await item.request(second);
}
