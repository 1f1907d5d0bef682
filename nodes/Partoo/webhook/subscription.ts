import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { checkPublicAddress } from '../../shared/publicAddress';
import { partoo } from '../provider';
import { Endpoint } from './endpoint';
import type { Wish } from './plan';
import { webhookKey } from './publicKey';
import { rememberedBy } from './remembered';
import { readSettings } from './settings';
import { readUrl, urlWithSecret } from './url';
import type { OwnUrl } from './url';

/** What the trigger wants to have at Partoo, and the way there. */
export interface Subscription extends Wish {
	/** As it is registered, with the secret. */
	fullUrl: string;
	endpoint: Endpoint;
	credential: ICredentialDataDecryptedObject;
}

/**
 * Checks everything that can be known without asking Partoo.
 *
 * @returns undefined when somebody else registers the URL, so that there is nothing to do at Partoo
 * @throws Failure when no event is chosen, calls could not be verified, or Partoo could not reach this n8n
 */
export async function subscriptionOf(context: IHookFunctions): Promise<Subscription | undefined> {
	const { types, options } = readSettings(context);
	const credential = await context.getCredentials(partoo.credential);
	if (options.verifySignature !== false) webhookKey(credential);
	if (options.registration === 'manual') return undefined;
	const webhookUrl = String(context.getNodeWebhookUrl('default'));
	// A Custom environment may be a server beside this n8n, which reaches it without the internet.
	if (credential.environment !== 'custom') checkPublicAddress(partoo.displayName, webhookUrl);
	return {
		types,
		fullUrl: urlWithSecret(webhookUrl, options.urlSecret),
		own: ownUrl(context, urlWithSecret(webhookUrl, options.urlSecret)),
		remembered: new Set(rememberedBy(context, credential).map(({ id }) => id)),
		isTest: context.getActivationMode() === 'manual',
		endpoint: new Endpoint(context, credential),
		credential,
	};
}

/** n8n ends the path with an ID of the node and the name of the webhook; a node without an ID has workflow and name instead. */
function ownUrl(context: IHookFunctions, fullUrl: string): OwnUrl {
	const url = readUrl(fullUrl)!;
	return { ...url, tail: url.address.split('/').slice(context.getNode().webhookId ? -2 : -3).join('/') };
}
