import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { isStart, leavesAlone, warnOfTakeover } from '../../../shared/trigger/moved';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import { callbell } from '../../provider/provider';
import { answeredBy, heldBy } from './conflict';
import { Endpoint } from './endpoint';
import type { TakenCall } from './endpoint';
import { observedWebhook, liveUrlOf, noteLive, noteStopped } from './observedWebhooks';
import { markersOf } from './marker';
import { addressesOf, forget, remember, rememberedBy, remembersAny } from './staticData';
import { subscriptionOf } from './wanted';
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
	const { credential, observed, own, types } = subscription;
	const made = await settled(subscribe(context, subscription));
	if (made.status === 'rejected') {
		if (!isTrusted(context, subscription, made.reason)) throw made.reason;
		context.logger.warn(
			`Callbell could not be asked; ${context.getNode().name} relies on the webhook that it set earlier`,
		);
	} else {
		observed.settledUntil = made.value;
		remember(context, credential, { address: own.address, types, settledUntil: made.value });
	}
	observed.holder = own;
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

/** Answers when the last call before it was taken. */
async function subscribe(context: IHookFunctions, subscription: Subscription): Promise<string | undefined> {
	const { endpoint, isTest, observed, mayReplace, own, types, url } = subscription;
	const holder = (isTest ? liveUrlOf(own) : undefined) ?? observed.holder;
	if (holder && isInTheWay(holder, subscription)) throw heldBy(holder, subscription);
	const read = await settled(endpoint.lastTaken());
	if (read.status === 'rejected' && !mayReplace) throw read.reason;
	const last = read.status === 'fulfilled' ? read.value : undefined;
	// A person may take over what the trigger had at another address.
	const isMoving = !isStart(context) && remembersAny(context);
	if (last && !mayReplace && isForeign(context, last, subscription, isMoving)) throw answeredBy(last);
	await endpoint.subscribe(url, types);
	const isFromCopy = isMoving && last && isForeign(context, last, subscription, false);
	const addresses = addressesOf(context, subscription.credential);
	warnOfTakeover(context, callbell.displayName, [...addresses, ...(isFromCopy ? [A_COPY] : [])], own);
	return last?.at;
}

/** Answers false when it is not this n8n's to undo. */
async function unsubscribe(context: IHookFunctions): Promise<boolean> {
	const credential = await context.getCredentials(callbell.credential);
	const remembered = rememberedBy(context, credential);
	const observed = observedWebhook(credential);
	const own = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	if (leavesAlone(context, callbell.displayName, addressesOf(context, credential), own)) return false;
	if (remembered) noteStopped(remembered.address);
	// A trigger that took the place of this one has the webhook now.
	if (!remembered || (observed.holder && observed.holder.address !== remembered.address)) return true;
	delete observed.holder;
	const endpoint = new Endpoint(context, credential);
	const read = await settled(endpoint.lastTaken());
	const last = read.status === 'fulfilled' ? read.value : undefined;
	if (last && isForeign(context, last, { credential, observed }, false)) {
		context.logger.warn(
			`${context.getNode().name} left Callbell's webhook alone: somebody else took the call at ${last.at}`,
		);
		return true;
	}
	await endpoint.unsubscribe();
	observed.settledUntil = last?.at;
	return true;
}

/**
 * Whether the trigger may not take the place of another one of this n8n. A test may never take that of its own active
 * workflow, which it would silence; the other way round nothing listens any more.
 */
function isInTheWay(holder: OwnUrl, { isTest, mayReplace, own }: Subscription): boolean {
	if (holder.address === own.address) return false;
	return holder.tail === own.tail ? isTest : !mayReplace;
}

/**
 * Whether somebody else took the last call, after the trigger had subscribed.
 *
 * @param isAnyAddress whether the same trigger is no other one in an n8n at another address
 */
function isForeign(
	context: IHookFunctions,
	last: TakenCall,
	{ credential, observed }: Pick<Subscription, 'credential' | 'observed'>,
	isAnyAddress: boolean,
): boolean {
	const { by, address } = markersOf(context);
	const { addresses } = last.answer;
	const isHere = isAnyAddress || addresses.length === 0 || addresses.includes(address);
	const moments = [observed.settledUntil, rememberedBy(context, credential)?.settledUntil];
	return !(last.answer.by === by && isHere) && !moments.some((until) => until !== undefined && last.at <= until);
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
