import type { IHookFunctions } from 'n8n-workflow';
import { settled } from '../../../shared/failures/settled';
import { leavesAlone, warnOfTakeover } from '../../../shared/trigger/moved';
import { warnOfOldSecrets } from '../../../shared/trigger/secrets/oldSecret';
import { mayGoOn } from '../../../shared/trigger/providerOutage';
import { oneAtATime } from '../../../shared/trigger/sharing/oneAtATime';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360BaseUrl } from '../../provider/environment';
import { dialog360 } from '../../provider/provider';
import { OLD_SIGNATURE_SECRET, OLD_WEBHOOK_SECRET } from '../calls/secrets';
import type { RegistrationMode } from '../form/settings';
import { AdditionalDestination } from './additionalDestination';
import { Endpoint } from './endpoint';
import { MainWebhook } from './mainWebhook';
import type { Registrar } from './registrar';
import { addressesOf, forget, registeredWith, remember, remembersAny } from './staticData';
import { sharerOf, wantedWebhook } from './wanted';
import type { WantedWebhook } from './wanted';

/**
 * Whether 360dialog calls the trigger as it should.
 *
 * @throws Failure for all that keeps the trigger from working, above all somebody else's webhook
 */
export async function isRegistered(context: IHookFunctions): Promise<boolean> {
	const options = context.getNodeParameter('options', {}) as object;
	warnOfOldSecrets(context, [OLD_WEBHOOK_SECRET, OLD_SIGNATURE_SECRET], options);
	const wanted = await wantedWebhook(context);
	if (!wanted) return true;
	const registered = registeredWith(context, wanted.credential);
	const isKnown = registered?.mode === wanted.mode && registered.address === wanted.own.address;
	const result = await settled(registrarFor(wanted.mode, context).isRegistered(wanted));
	// What is not remembered has to be taken anew, so that a deactivation knows of it.
	if (result.status === 'fulfilled') {
		const isNumberKnown = !isKnown || registered.phoneNumberId !== undefined;
		const phoneNumberId = isNumberKnown ? undefined : await wanted.endpoint.phoneNumberId();
		if (isKnown && phoneNumberId) remember(context, wanted.credential, { ...registered, phoneNumberId });
		return result.value && isKnown;
	}
	if (!isKnown || !mayGoOn(context, result.reason)) throw result.reason;
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
	const wanted = await wantedWebhook(context);
	if (!wanted) return true;
	const { credential, endpoint, mode, own } = wanted;
	const [registered, phoneNumberId] = await Promise.all([
		oneAtATime(numberOf(wanted), async () => await registrarFor(mode, context).register(wanted)),
		endpoint.phoneNumberId(),
	]);
	warnOfTakeover(context, dialog360.displayName, addressesOf(context, credential), own);
	const { isTest } = wanted.sharer;
	remember(context, credential, {
		...registered,
		...(isTest && { isTest }),
		...(phoneNumberId && { phoneNumberId }),
	});
	return true;
}

/** Undoes what {@link register} remembered. What goes wrong is logged: a workflow must always be able to stop. */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	if (!remembersAny(context)) return true;
	const result = await settled(putBack(context));
	if (result.status === 'fulfilled') {
		if (result.value) forget(context);
		return true;
	}
	// It is kept in mind: the next deactivation puts back what this one could not.
	const why = result.reason instanceof Error ? result.reason.message : String(result.reason);
	context.logger.warn(`${context.getNode().name} could not put back what was at 360dialog before: ${why}`);
	return true;
}

/** Answers false when it is not this n8n's to undo. */
async function putBack(context: IHookFunctions): Promise<boolean> {
	const credential = await context.getCredentials(dialog360.credential);
	const registered = registeredWith(context, credential);
	if (!registered) return true;
	const own = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	if (leavesAlone(context, dialog360.displayName, [registered.address], own)) return false;
	const sharer = sharerOf(context, credential, own);
	const registrar = registrarFor(registered.mode, context);
	await oneAtATime(
		numberOf({ credential, sharer }),
		async () => await registrar.unregister(new Endpoint(context, credential), registered, sharer),
	);
	return true;
}

/** Tells numbers apart: each has an API key of its own. */
function numberOf({ credential, sharer }: Pick<WantedWebhook, 'credential' | 'sharer'>): string {
	return `${dialog360BaseUrl(credential)} ${sharer.key}`;
}

function registrarFor(mode: RegistrationMode, context: IHookFunctions): Registrar {
	return mode === 'additional' ? new AdditionalDestination(context) : new MainWebhook(context);
}
