import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import { conflict } from './conflict';
import type { Registration } from './endpoint';
import { plan } from './plan';
import type { Move } from './plan';
import { hasCode, takeOut } from './takeOut';
import type { Subscription } from './wanted';

/** Refusals after which a look at the list tells nothing new. */
const SAYS_ALL = ['401', '403', '429'];

/**
 * Creates a registration. After a refusal, or when no answer came, the list tells what happened: another main process
 * of this n8n, or a first try whose answer was lost, may have made it; or somebody else was faster.
 */
export async function createOne(
	context: IHookFunctions,
	subscription: Subscription,
	event: string,
): Promise<Registration> {
	const { endpoint, fullUrl } = subscription;
	const created = await settled(endpoint.create(event, fullUrl));
	if (created.status === 'fulfilled') return created.value;
	const { httpCode } = created.reason instanceof Failure ? created.reason.facts : {};
	const listed = httpCode && SAYS_ALL.includes(httpCode) ? undefined : await settled(endpoint.list());
	if (listed?.status !== 'fulfilled') throw created.reason;
	const { keep, move, foreign } = await plan(context, listed.value, { ...subscription, types: [event] });
	const [mine] = keep;
	if (mine) return mine;
	if (move[0]) return await moveOne(context, subscription, move[0]);
	throw foreign ? conflict(foreign, subscription) : created.reason;
}

/** Moves a registration to the URL that the trigger has now; where Partoo knows no such call, by making it anew. */
export async function moveOne(
	context: IHookFunctions,
	subscription: Subscription,
	{ registration, url }: Move,
): Promise<Registration> {
	const { endpoint } = subscription;
	const moved = await settled(endpoint.update(registration.id, url));
	if (moved.status === 'fulfilled') return moved.value;
	if (!hasCode(moved.reason, '404', '405')) throw moved.reason;
	await takeOut(context, endpoint, [registration]);
	return await createOne(context, { ...subscription, fullUrl: url }, registration.event);
}
