import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { Failure } from '../../../shared/failures/failure';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { partoo } from '../../provider/provider';
import { conflict } from './conflict';
import { Endpoint } from './endpoint';
import type { Registration } from './endpoint';
import { plan } from './plan';
import { forget, remember, rememberedBy, remembersAny } from './staticData';
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
	const { keep, make, remove, foreign } = plan(listed.value, subscription);
	if (foreign) throw conflict(foreign, subscription);
	if (make.length > 0 || remove.length > 0) return false;
	remember(context, subscription.credential, keep);
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
	const { credential, endpoint } = subscription;
	const { keep, make, remove, foreign } = plan(await endpoint.list(), subscription);
	if (foreign) throw conflict(foreign, subscription);
	for (const { id } of remove) await deleteIfThere(endpoint, id);
	const made: Registration[] = [];
	for (const event of make) {
		const result = await settled(createOne(subscription, event));
		if (result.status === 'rejected') {
			for (const { id } of made) await deleteQuietly(context, endpoint, id);
			throw result.reason;
		}
		made.push(result.value);
	}
	remember(context, credential, [...keep, ...made]);
	return true;
}

/**
 * Deletes what {@link register} remembered, by ID. What goes wrong is logged: a workflow must always be able to stop.
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	if (!remembersAny(context)) return true;
	const credential = await settled(context.getCredentials(partoo.credential));
	if (credential.status === 'fulfilled') {
		const endpoint = new Endpoint(context, credential.value);
		for (const { id } of rememberedBy(context, credential.value)) await deleteQuietly(context, endpoint, id);
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

async function deleteIfThere(endpoint: Endpoint, id: string): Promise<void> {
	const result = await settled(endpoint.delete(id));
	if (result.status === 'rejected' && !isGone(result.reason)) throw result.reason;
}

async function deleteQuietly(context: IHookFunctions, endpoint: Endpoint, id: string): Promise<void> {
	const result = await settled(deleteIfThere(endpoint, id));
	if (result.status === 'fulfilled') return;
	const why = result.reason instanceof Error ? result.reason.message : String(result.reason);
	context.logger.warn(`${context.getNode().name} could not delete webhook ${id} at Partoo: ${why}`);
}

function isGone(reason: unknown): boolean {
	return reason instanceof Failure && reason.facts.httpCode === '404';
}

/** Whether an active workflow may go on with what it registered before n8n was restarted. */
function isTrusted(context: IHookFunctions, { types, own, credential }: Subscription, reason: unknown): boolean {
	const registrations = rememberedBy(context, credential);
	return (
		mayGoOn(context, reason) &&
		types.every((type) => registrations.some(({ event, address }) => event === type && address === own.address))
	);
}
