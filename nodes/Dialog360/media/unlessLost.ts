import { Failure } from '../../shared/failures/failure';
import { settled } from '../../shared/failures/settled';
import type { Account } from '../../shared/pacing/account';

/**
 * After five refusals in an hour 360dialog answers no more questions about media for an hour
 * (https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media): what was refused once is not
 * asked for again in that time.
 */
const REMEMBERED_MS = 3_600_000;
/** More IDs than one hour brings; beyond it the oldest is forgotten. */
const MAX_REMEMBERED = 1000;

interface Refusal {
	failure: Failure;
	at: number;
}

const refusals = new WeakMap<Account, Map<string, Refusal>>();
const underWay = new WeakMap<Account, Map<string, Promise<unknown>>>();

/**
 * Asks 360dialog about a media ID, unless it has refused that lately. Questions about the same ID at the same time
 * are asked once.
 *
 * @throws Failure when 360dialog refuses, or has refused within the hour
 */
export async function unlessLost<T>(account: Account, mediaId: string, ask: () => Promise<T>): Promise<T> {
	const refused = of(refusals, account);
	const known = refused.get(mediaId);
	if (known && Date.now() - known.at < REMEMBERED_MS) throw known.failure;
	const asking = of(underWay, account);
	const same = asking.get(mediaId) as Promise<T> | undefined;
	if (same) return await same;
	const question = ask();
	asking.set(mediaId, question);
	const result = await settled(question);
	asking.delete(mediaId);
	if (result.status === 'fulfilled') return result.value;
	throw isRefusal(result.reason) ? remember(refused, mediaId, result.reason) : result.reason;
}

/** A 4xx that is about the ID; a wrong key or a rate limit says nothing of it. */
function isRefusal(reason: unknown): reason is Failure {
	const { httpCode = '', code } = reason instanceof Failure ? reason.facts : {};
	return /^4/.test(httpCode) && !['401', '403', '429'].includes(httpCode) && code !== 'RATE_LIMIT';
}

function remember(refused: Map<string, Refusal>, mediaId: string, { facts }: Failure): Failure {
	const failure = new Failure({
		...facts,
		cause: `WhatsApp has no file ${mediaId} of this number: it keeps files of customers for 7 days and uploaded ones for 30.`,
		nextStep:
			'Check the ID, and download files soon after they come in. This ID is not asked for again within an hour, because 360dialog blocks a number that asks for missing files five times.',
	});
	refused.set(mediaId, { failure, at: Date.now() });
	if (refused.size > MAX_REMEMBERED) refused.delete(refused.keys().next().value as string);
	return failure;
}

function of<Value>(all: WeakMap<Account, Map<string, Value>>, account: Account): Map<string, Value> {
	const mine = all.get(account) ?? new Map<string, Value>();
	all.set(account, mine);
	return mine;
}
