import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { checkPublicAddress } from '../../../shared/trigger/publicAddress';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import { partoo } from '../../provider/provider';
import { Endpoint } from './endpoint';
import type { WantedWebhooks } from './plan';
import { webhookKey } from '../calls/publicKey';
import { rememberedBy } from './staticData';
import { readSettings } from '../form/settings';
import { urlWithSecret } from '../calls/urlSecret';

/** What the trigger wants to have at Partoo, and the way there. */
export interface Subscription extends WantedWebhooks {
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
	const fullUrl = urlWithSecret(webhookUrl, options.urlSecret);
	return {
		types,
		fullUrl,
		own: ownUrl(context, fullUrl),
		remembered: new Set(rememberedBy(context, credential).map(({ id }) => id)),
		isTest: context.getActivationMode() === 'manual',
		endpoint: new Endpoint(context, credential),
		credential,
	};
}
