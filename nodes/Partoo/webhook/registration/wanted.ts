import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { checkPublicAddress } from '../../../shared/trigger/publicAddress';
import { checkMoved, isStart } from '../../../shared/trigger/moved';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { sharerWith } from '../../../shared/trigger/sharing/sharer';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import { partoo } from '../../provider/provider';
import { Endpoint } from './endpoint';
import type { WantedWebhooks } from './plan';
import { webhookKey } from '../calls/publicKey';
import { addressesOf, rememberedBy } from './staticData';
import { readSettings } from '../form/settings';
import type { TriggerOptions } from '../form/settings';
import { urlSecretOf, urlWithSecret } from '../calls/urlSecret';

const UNKNOWN_ORGANIZATION =
	"with manual registration, events of other organizations are refused only if the credential names yours: fill in 'Organization ID'";

/** What the trigger wants to have at Partoo, and the way there. */
export interface Subscription extends WantedWebhooks {
	endpoint: Endpoint;
	credential: ICredentialDataDecryptedObject;
}

/**
 * Checks everything that can be known without asking Partoo.
 *
 * @returns undefined when somebody else registers the URL, so that there is nothing to do at Partoo
 * @throws Failure when no event is chosen, calls could not be verified, Partoo could not reach this n8n, or n8n was
 * started at another address
 */
export async function subscriptionOf(context: IHookFunctions): Promise<Subscription | undefined> {
	const { types, options } = readSettings(context);
	const credential = await context.getCredentials(partoo.credential);
	if (options.verifySignature !== false) webhookKey(credential);
	if (options.registration === 'manual') {
		if (!credential.organizationId) context.logger.warn(`${context.getNode().name}: ${UNKNOWN_ORGANIZATION}`);
		return undefined;
	}
	const webhookUrl = String(context.getNodeWebhookUrl('default'));
	// A Custom environment may be a server beside this n8n, which reaches it without the internet.
	if (credential.environment !== 'custom') checkPublicAddress(partoo.displayName, webhookUrl);
	const fullUrl = urlWithSecret(webhookUrl, urlSecretOf(credential, options));
	const own = ownUrl(context, fullUrl);
	checkMoved(context, partoo.displayName, addressesOf(context, credential), own);
	return {
		types,
		fullUrl,
		own,
		// What was made may have been moved by a copy of this n8n since; only a person takes it back.
		remembered: new Set(isStart(context) ? [] : rememberedBy(context, credential).map(({ id }) => id)),
		isTest: context.getActivationMode() === 'manual',
		endpoint: new Endpoint(context, credential),
		credential,
		sharer: sharerOf(context, credential, own),
	};
}

/** How the trigger shares webhooks with others of this n8n. */
export function sharerOf(context: IHookFunctions, credential: ICredentialDataDecryptedObject, own: OwnUrl): Sharer {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	// What is its own is known by ID.
	return sharerWith(context, own, { apiKey: credential.apiKey, options, notes: rememberedBy(context, credential) });
}
