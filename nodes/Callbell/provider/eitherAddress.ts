import type { ItemContext } from '../../shared/door/itemContext';
import type { RequestSpec } from '../../shared/door/request';
import type { HttpAnswer } from '../../shared/transport/answer';

/**
 * Sends a request for which Callbell's documents give two addresses: to the second when the first leads nowhere. That a
 * repeated delete found nothing may mean either, so then both are asked.
 *
 * @throws Failure when it was refused
 */
export async function requestEither(item: ItemContext, first: RequestSpec, second: RequestSpec): Promise<HttpAnswer> {
	const answer = await item.ask(first);
	if (answer.statusCode !== 404) {
		const refusal = item.failureOf(answer);
		if (refusal) throw refusal;
		return answer;
	}
	const other = await item.ask(second);
	const failure = item.failureOf(other);
	if (failure && !(answer.isGone && other.statusCode === 404)) throw failure;
	return other;
}
