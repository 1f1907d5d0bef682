import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { checkPublicAddress } from '../../../shared/trigger/publicAddress';
import { checkMoved, isStart } from '../../../shared/trigger/moved';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { sharerWith } from '../../../shared/trigger/sharing/sharer';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import { callbellBaseUrl } from '../../provider/environment';
import { callbell } from '../../provider/provider';
import { readSettings } from '../form/settings';
import type { TriggerOptions } from '../form/settings';
import { Endpoint } from './endpoint';
import { observedWebhook } from './observedWebhooks';
import type { ObservedWebhook } from './observedWebhooks';
import { addressesOf, rememberedBy, remembersAny } from './staticData';

/** What the trigger wants to have at Callbell, and the way there. */
export interface Subscription {
	types: string[];
	url: string;
	own: OwnUrl;
	/** Whether n8n listens for a test event. */
	isTest: boolean;
	/** Whether it may take the place of whoever has the webhook. */
	mayReplace: boolean;
	endpoint: Endpoint;
	credential: ICredentialDataDecryptedObject;
	observed: ObservedWebhook;
	sharer: Sharer;
}

/**
 * Checks everything that can be known without asking Callbell.
 *
 * @returns undefined when somebody else registers the URL, so that there is nothing to do at Callbell
 * @throws Failure when no event is chosen, Callbell could not reach this n8n, or n8n was started at another address
 */
export async function subscriptionOf(context: IHookFunctions): Promise<Subscription | undefined> {
	const { types, options } = readSettings(context);
	const credential = await context.getCredentials(callbell.credential);
	if (options.registration === 'manual') return undefined;
	const url = String(context.getNodeWebhookUrl('default'));
	// A Custom environment may be a server beside this n8n, which reaches it without the internet.
	if (credential.environment !== 'custom') checkPublicAddress(callbell.displayName, url);
	const own = ownUrl(context, url);
	checkMoved(context, callbell.displayName, addressesOf(context, credential), own);
	const sharer = sharerOf(context, credential, own);
	// At a start of n8n nobody has said that this n8n shall have the webhook, unless it had it before.
	const isNew = isStart(context) && !remembersAny(context);
	return {
		types,
		url,
		own,
		isTest: context.getActivationMode() === 'manual',
		mayReplace: options.registration === 'replace' && !isNew,
		endpoint: new Endpoint(context, credential),
		credential,
		observed: observedWebhook(credential, sharer.keys),
		sharer,
	};
}

/** How the trigger shares a webhook with others of this n8n. */
export function sharerOf(context: IHookFunctions, credential: ICredentialDataDecryptedObject, own: OwnUrl): Sharer {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	const remembered = rememberedBy(context, credential);
	const notes = remembered ? [remembered] : [];
	const registered = notes.map(({ address }) => address);
	return sharerWith(context, own, { apiKey: credential.apiKey, options, notes, registered });
}

/** Tells accounts apart. */
export function accountOf({ credential, sharer }: Pick<Subscription, 'credential' | 'sharer'>): string {
	return `${callbellBaseUrl(credential)} ${sharer.key}`;
}
