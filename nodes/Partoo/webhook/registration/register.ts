import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { leavesAlone, warnOfTakeover } from '../../../shared/trigger/moved';
import { warnOfOldSecrets } from '../../../shared/trigger/secrets/oldSecret';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { isAtHome } from '../../../shared/trigger/sharing/home';
import { oneAtATime } from '../../../shared/trigger/sharing/oneAtATime';
import { TRIES, warnOfGone } from '../../../shared/trigger/sharing/seat';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import { partooBaseUrl } from '../../provider/environment';
import { partoo } from '../../provider/provider';
import { OLD_URL_SECRET } from '../calls/urlSecret';
import { conflict } from './conflict';
import { Endpoint } from './endpoint';
import type { Registration } from './endpoint';
import { plan, textOf } from './plan';
import { addressesOf, forget, remember, rememberedBy, remembersAny } from './staticData';
import { leave, leaveQuietly } from './leave';
import { createOne, moveOne } from './make';
import { takeOutQuietly } from './takeOut';
import { tryOutLater } from './tryOut';
import { sharerOf, subscriptionOf } from './wanted';
import type { Subscription } from './wanted';

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
	const { keep, make, move, remove, foreign, sharedKey } = await plan(context, listed.value, subscription);
	if (foreign) throw conflict(foreign, subscription);
	if (make.length > 0 || move.length > 0 || remove.length > 0) return false;
	remember(context, subscription.credential, keep, knownBy(subscription, sharedKey));
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
	await oneAtATime(accountOf(subscription), async () => await bring(context, subscription));
	tryOutLater(context, subscription);
	return true;
}

async function bring(context: IHookFunctions, subscription: Subscription, tries = TRIES): Promise<void> {
	const { credential, endpoint, own, sharer } = subscription;
	const { keep, make, move, remove, foreign, gone, sharedKey } = await plan(
		context,
		await endpoint.list(),
		subscription,
	);
	if (foreign) throw conflict(foreign, subscription);
	await leave(context, endpoint, remove, sharer);
	for (const one of move) keep.push(await moveOne(context, subscription, one));
	warnOfGone(context, gone);
	const made: Registration[] = [];
	for (const event of make) {
		const result = await settled(createOne(context, subscription, event));
		if (result.status === 'rejected') {
			await takeOutQuietly(context, endpoint, made);
			throw result.reason;
		}
		made.push(result.value);
	}
	const taken = move
		.map(({ registration }) => registration)
		.filter(({ id, url }) => subscription.remembered.has(id) && !isAtHome(url.address, sharer))
		.map(({ url }) => url.address);
	warnOfTakeover(context, partoo.displayName, [...addressesOf(context, credential), ...taken], own);
	remember(context, credential, [...keep, ...made], knownBy(subscription, sharedKey));
	const isShared = move.some(({ registration }) => isAtHome(registration.url.address, sharer));
	if (isShared && tries > 0 && !(await isStillSo(endpoint, keep))) await bring(context, subscription, tries - 1);
}

function knownBy({ sharer }: Subscription, key = sharer.key): Sharer {
	return { ...sharer, key };
}

/** Whether nobody, e.g. another process of this n8n, has written over it meanwhile. */
async function isStillSo(endpoint: Endpoint, kept: Registration[]): Promise<boolean> {
	const listed = await endpoint.list();
	return kept.every((one) => listed.some(({ id, url }) => id === one.id && textOf({ url }) === textOf(one)));
}

/** Tells accounts apart. */
function accountOf({ credential, sharer }: Pick<Subscription, 'credential' | 'sharer'>): string {
	return `${partooBaseUrl(credential)} ${sharer.key}`;
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
		const sharer = sharerOf(context, credential.value, own);
		await oneAtATime(
			accountOf({ credential: credential.value, sharer }),
			async () => await leaveQuietly(context, endpoint, rememberedBy(context, credential.value), sharer),
		);
	} else {
		context.logger.warn(`${context.getNode().name} has no credential any more to delete its webhooks at Partoo`);
	}
	forget(context);
	return true;
}

/** Whether an active workflow may go on with what it registered before n8n was restarted. */
function isTrusted(context: IHookFunctions, { types, own, credential }: Subscription, reason: unknown): boolean {
	const registrations = rememberedBy(context, credential);
	return (
		mayGoOn(context, reason) &&
		types.every((type) => registrations.some(({ event, address }) => event === type && address === own.address))
	);
}
