import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { dialog360 } from '../../provider/provider';
import { Endpoint } from './endpoint';
import { webhookPlaceOf } from './webhookPlace';
import { forget, registeredWith, remember, remembersAny } from './staticData';
import { wantedWebhook } from './wanted';

/**
 * Whether 360dialog calls the trigger as it should.
 *
 * @throws Failure for all that keeps the trigger from working, above all somebody else's webhook
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const wish = await wantedWebhook(context);
	if (!wish) return true;
	const registered = registeredWith(context, wish.credential);
	const isKnown = registered?.mode === wish.mode && registered.address === wish.own.address;
	const taken = await settled(webhookPlaceOf(wish.mode, context).isTaken(wish));
	// What is not remembered has to be taken anew, so that a deactivation knows of it.
	if (taken.status === 'fulfilled') return taken.value && isKnown;
	if (!isKnown || !mayGoOn(context, taken.reason)) throw taken.reason;
	context.logger.warn(
		`360dialog could not be asked for its webhook; ${context.getNode().name} relies on the one that it set earlier`,
	);
	return true;
}

/**
 * Brings 360dialog to call the trigger.
 *
 * @throws Failure like {@link isRegistered}, and when 360dialog refuses it
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const wish = await wantedWebhook(context);
	if (!wish) return true;
	remember(context, await webhookPlaceOf(wish.mode, context).take(wish));
	return true;
}

/** Undoes what {@link register} remembered. What goes wrong is logged: a workflow must always be able to stop. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	if (!remembersAny(context)) return true;
	const result = await settled(giveBack(context));
	if (result.status === 'fulfilled') {
		forget(context);
		return true;
	}
	// It is kept in mind: the next deactivation puts back what this one could not.
	const why = result.reason instanceof Error ? result.reason.message : String(result.reason);
	context.logger.warn(`${context.getNode().name} could not put back what was at 360dialog before: ${why}`);
	return true;
}

async function giveBack(context: IHookFunctions): Promise<void> {
	const credential = await context.getCredentials(dialog360.credential);
	const registered = registeredWith(context, credential);
	if (registered)
		await webhookPlaceOf(registered.mode, context).giveBack(new Endpoint(context, credential), registered);
}
