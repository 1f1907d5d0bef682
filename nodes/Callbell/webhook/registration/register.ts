import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { isStart, leavesAlone, warnOfTakeover } from '../../../shared/trigger/moved';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { oneAtATime } from '../../../shared/trigger/sharing/oneAtATime';
import { warnOfGone } from '../../../shared/trigger/sharing/seat';
import { ownUrl, readUrl } from '../../../shared/trigger/webhookUrl';
import { callbell } from '../../provider/provider';
import { answeredBy, heldBy, isInTheWay } from './conflict';
import { Endpoint } from './endpoint';
import { isForeign, newerThanKnown } from './lastCall';
import { observedWebhook, liveUrlOf, noteLive, noteStopped } from './observedWebhooks';
import { leftWithout, lookForLive, placeOf, sayIfUnknown, sharedWith, urlFor } from './sharedWebhook';
import { addressesOf, forget, remember, rememberedBy, remembersAny } from './staticData';
import { accountOf, sharerOf, subscriptionOf } from './wanted';
import type { Subscription } from './wanted';

/** Whoever took the last call tells that it is this trigger in another n8n, but not where. */
const A_COPY = 'this workflow in another n8n';

/**
 * Makes the trigger's URL the one that Callbell calls.
 *
 * Callbell has one webhook for an account and no request that reads it. Whose it is, is told by what this process knows
 * of its own triggers, and by the log of calls: by who took the last one.
 *
 * @throws Failure when somebody else has the webhook, unless the trigger may replace it, or when Callbell refuses
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const subscription = await subscriptionOf(context);
	if (!subscription) return true;
	const { credential, observed, own, sharer, types } = subscription;
	const made = await settled(oneAtATime(accountOf(subscription), async () => await subscribe(context, subscription)));
	if (made.status === 'rejected') {
		if (!isTrusted(context, subscription, made.reason)) throw made.reason;
		const members = [observed.members, rememberedBy(context, credential)?.members, own.address];
		observed.members = [...new Set(members.flatMap((one) => one ?? []))];
		context.logger.warn(
			`Callbell could not be asked; ${context.getNode().name} relies on the webhook that it set earlier`,
		);
	} else {
		const { lastAt: settledUntil, shareKey } = made.value;
		observed.settledUntil = settledUntil;
		const note = { address: own.address, types, shareKey, ...(sharer.isTest && { isTest: true }) };
		remember(context, credential, { ...note, members: observed.members, settledUntil });
	}
	if (!subscription.isTest) noteLive(own);
	return true;
}

/**
 * Takes the webhook out, unless it seems to be somebody else's by now: Callbell would take out whichever is there. What
 * goes wrong is logged: a workflow must always be able to stop.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	if (!remembersAny(context)) return true;
	const removed = await settled(unsubscribe(context));
	if (removed.status === 'rejected') {
		const why = removed.reason instanceof Error ? removed.reason.message : String(removed.reason);
		context.logger.warn(
			`${context.getNode().name} could not take its webhook out of Callbell, which goes on calling it: ${why}`,
		);
	}
	if (removed.status === 'rejected' || removed.value) forget(context);
	return true;
}

/** Answers when the last call before it was taken, and the key of those that share the webhook. */
async function subscribe(
	context: IHookFunctions,
	subscription: Subscription,
): Promise<{ lastAt: string | undefined; shareKey: string }> {
	const { endpoint, isTest, observed, mayReplace, own, types, url } = subscription;
	const read = await settled(endpoint.lastTaken());
	const last = read.status === 'fulfilled' ? read.value : undefined;
	const newer = newerThanKnown(context, last, subscription);
	await lookForLive(context, subscription);
	sayIfUnknown(context, subscription, newer);
	const place = placeOf(context, subscription, newer);
	const isLost = last && isForeign(context, last, subscription, { place });
	const joined = isLost ? undefined : await settled(sharedWith(context, subscription, place));
	if (joined?.status === 'fulfilled' && joined.value) {
		const shared = joined.value;
		warnOfGone(context, shared.gone);
		// While n8n starts, those that are not there yet are in the webhook as it is; the last one sets it anew.
		if (shared.isComplete || !isStart(context))
			await endpoint.subscribe(urlFor(shared, subscription.sharer), shared.types);
		Object.assign(observed, { members: shared.members, types: shared.types });
		return { lastAt: last?.at, shareKey: shared.key };
	}
	const holder = (isTest ? liveUrlOf(own) : undefined) ?? readUrl(observed.members?.[0] ?? '');
	if (holder && isInTheWay(holder, subscription)) throw heldBy(holder, subscription, joined?.status === 'rejected');
	if (read.status === 'rejected' && !mayReplace) throw read.reason;
	// A person may take over what the trigger had at another address.
	const isMoving = !isStart(context) && remembersAny(context);
	if (last && !mayReplace && isForeign(context, last, subscription, { isAnyAddress: isMoving })) throw answeredBy(last);
	await endpoint.subscribe(url, types);
	Object.assign(observed, { members: [own.address], types });
	const isFromCopy = isMoving && last && isForeign(context, last, subscription);
	const addresses = addressesOf(context, subscription.credential);
	warnOfTakeover(context, callbell.displayName, [...addresses, ...(isFromCopy ? [A_COPY] : [])], own);
	return { lastAt: last?.at, shareKey: subscription.sharer.key };
}

/** Answers false when it is not this n8n's to undo. */
async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	const credential = await context.getCredentials(callbell.credential);
	const remembered = rememberedBy(context, credential);
	const own = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	if (leavesAlone(context, callbell.displayName, addressesOf(context, credential), own)) return false;
	if (remembered) noteStopped(remembered.address);
	const sharer = sharerOf(context, credential, own);
	const observed = observedWebhook(credential, sharer.keys);
	await oneAtATime(accountOf({ credential, sharer }), async () => {
		// A trigger that took the place of this one has the webhook now.
		if (!remembered || (observed.members?.length && !observed.members.includes(remembered.address))) return;
		const endpoint = new Endpoint(context, credential);
		const read = await settled(endpoint.lastTaken());
		const last = read.status === 'fulfilled' ? read.value : undefined;
		const account = { credential, observed, sharer };
		const newer = newerThanKnown(context, last, account);
		sayIfUnknown(context, account, newer);
		const place = placeOf(context, account, newer);
		const isLost = last && isForeign(context, last, account, { place });
		const left = isLost ? undefined : await leftWithout(context, remembered.address, { sharer, observed, place });
		observed.members = isLost ? undefined : (left?.members ?? []);
		if (isLost) {
			return context.logger.warn(
				`${context.getNode().name} left Callbell's webhook alone: somebody else took the call at ${last.at}`,
			);
		}
		if (left) await endpoint.subscribe(urlFor(left, sharer), left.types);
		else await endpoint.unsubscribe();
		Object.assign(observed, { types: left?.types, settledUntil: last?.at });
	});
	return true;
}

/** Whether an active workflow may go on with what it registered before n8n was restarted. */
function isTrusted(context: IHookFunctions, { credential, own, types }: Subscription, reason: unknown): boolean {
	const remembered = rememberedBy(context, credential);
	return (
		mayGoOn(context, reason) &&
		remembered?.address === own.address &&
		types.every((type) => remembered.types.includes(type))
	);
}
