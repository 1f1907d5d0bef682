import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { Failure } from '../../../shared/failures/failure';
import { leavesAlone, warnOfTakeover } from '../../../shared/trigger/moved';
import { warnOfOldSecrets } from '../../../shared/trigger/secrets/oldSecret';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import { partoo } from '../../provider/provider';
import { OLD_URL_SECRET } from '../calls/urlSecret';
import { conflict } from './conflict';
import { Endpoint } from './endpoint';
import type { Registration } from './endpoint';
import { plan } from './plan';
import { addressesOf, forget, remember, rememberedBy, remembersAny } from './staticData';
import { hasCode, stillOwn, takeOut, takeOutQuietly } from './takeOut';
import { tryOutLater } from './tryOut';
import { subscriptionOf } from './wanted';
import type { Subscription } from './wanted';

/** Refusals after which a look at the list tells nothing new. */
const SAYS_ALL = ['401', '403', '429'];

/**
 * Whether Partoo has exactly the registrations that the trigger needs.
 *
 * @throws Failure for all that keeps the trigger from working, above all somebody else's URL on one of its events
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	warnOfOldSecrets(context, [OLD_URL_SECRET], context.getNodeParameter('options', {}) as object);
	const subscription = await subscriptionOf(context);
	if (!subscription) return true;
	const listed = await settled(subscription.endpoint.list());
	if (listed.status === 'rejected') {
		if (!isTrusted(context, subscription, listed.reason)) throw listed.reason;
		context.logger.warn(
			`Partoo could not be asked for its webhooks; ${context.getNode().name} relies on those that it made earlier`,
		);
		return true;
	}
	const { keep, make, move, remove, foreign } = plan(listed.value, subscription);
	if (foreign) throw conflict(foreign, subscription);
	if (make.length > 0 || move.length > 0 || remove.length > 0) return false;
	remember(context, subscription.credential, keep);
	tryOutLater(context, subscription);
	return true;
}

/**
 * Brings Partoo's registrations to what the trigger needs: one for each event. When one of them cannot be made, those
 * that were made before it are deleted again.
 *
 * @throws Failure like {@link isRegistered}, and when Partoo refuses a registration
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const subscription = await subscriptionOf(context);
	if (!subscription) return true;
	const { credential, endpoint, own } = subscription;
	const { keep, make, move, remove, foreign } = plan(await endpoint.list(), subscription);
	if (foreign) throw conflict(foreign, subscription);
	await takeOut(context, endpoint, remove);
	for (const registration of move) keep.push(await moveOne(context, subscription, registration));
	const made: Registration[] = [];
	for (const event of make) {
		const result = await settled(createOne(subscription, event));
		if (result.status === 'rejected') {
			await takeOutQuietly(context, endpoint, made);
			throw result.reason;
		}
		made.push(result.value);
	}
	const taken = move.filter(({ id }) => subscription.remembered.has(id)).map(({ url }) => url.address);
	warnOfTakeover(context, partoo.displayName, [...addressesOf(context, credential), ...taken], own);
	remember(context, credential, [...keep, ...made]);
	tryOutLater(context, subscription);
	return true;
}

/**
 * Deletes what {@link register} remembered, by ID, unless it is of another address or was moved to one since. What goes
 * wrong is logged: a workflow must always be able to stop.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	if (!remembersAny(context)) return true;
	const credential = await settled(context.getCredentials(partoo.credential));
	if (credential.status === 'fulfilled') {
		const own = ownUrl(context, String(context.getNodeWebhookUrl('default')));
		if (leavesAlone(context, partoo.displayName, addressesOf(context, credential.value), own)) return true;
		const endpoint = new Endpoint(context, credential.value);
		await takeOutQuietly(context, endpoint, await stillOwn(endpoint, rememberedBy(context, credential.value)));
	} else {
		context.logger.warn(`${context.getNode().name} has no credential any more to delete its webhooks at Partoo`);
	}
	forget(context);
	return true;
}

/**
 * Creates a registration. After a refusal, or when no answer came, the list tells what happened: another main process
 * of this n8n, or a first try whose answer was lost, may have made it; or somebody else was faster.
 */
async function createOne(subscription: Subscription, event: string): Promise<Registration> {
	const { endpoint, fullUrl } = subscription;
	const created = await settled(endpoint.create(event, fullUrl));
	if (created.status === 'fulfilled') return created.value;
	const { httpCode } = created.reason instanceof Failure ? created.reason.facts : {};
	const listed = httpCode && SAYS_ALL.includes(httpCode) ? undefined : await settled(endpoint.list());
	if (listed?.status !== 'fulfilled') throw created.reason;
	const {
		keep: [mine],
		foreign,
	} = plan(listed.value, { ...subscription, types: [event] });
	if (mine) return mine;
	throw foreign ? conflict(foreign, subscription) : created.reason;
}

/** Moves a registration to the URL that the trigger has now; where Partoo knows no such call, by making it anew. */
async function moveOne(context: IHookFunctions, subscription: Subscription, one: Registration): Promise<Registration> {
	const { endpoint, fullUrl } = subscription;
	const moved = await settled(endpoint.update(one.id, fullUrl));
	if (moved.status === 'fulfilled') return moved.value;
	if (!hasCode(moved.reason, '404', '405')) throw moved.reason;
	await takeOut(context, endpoint, [one]);
	return await createOne(subscription, one.event);
}

/** Whether an active workflow may go on with what it registered before n8n was restarted. */
function isTrusted(context: IHookFunctions, { types, own, credential }: Subscription, reason: unknown): boolean {
	const registrations = rememberedBy(context, credential);
	return (
		mayGoOn(context, reason) &&
		types.every((type) => registrations.some(({ event, address }) => event === type && address === own.address))
	);
}
