import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { checkMoved } from '../../../shared/trigger/moved';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import { sharerWith } from '../../../shared/trigger/sharing/sharer';
import { ownUrl } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../provider/provider';
import { SECRET_HEADER, secretsOf } from '../calls/secrets';
import type { Secrets } from '../calls/secrets';
import { readSettings } from '../form/settings';
import type { RegistrationMode, TriggerOptions } from '../form/settings';
import { Endpoint } from './endpoint';
import { addressesOf, ownSecret, registeredWith } from './staticData';
import type { Registered, WebhookConfig } from './staticData';
import { checkWebhookAddress } from './webhookAddress';

/** What the trigger wants to have at 360dialog, and the way there. */
export interface WantedWebhook {
	mode: RegistrationMode;
	/** Its URL with the header by which it knows 360dialog. */
	config: WebhookConfig;
	own: OwnUrl;
	/** Whether n8n listens for a test event: taking the production URL's place would silence the active workflow. */
	isTest: boolean;
	endpoint: Endpoint;
	credential: ICredentialDataDecryptedObject;
	sharer: Sharer;
	/** What the trigger registered before. */
	registered?: Registered;
}

/**
 * Checks everything that can be known without asking 360dialog.
 *
 * @returns undefined when somebody else registers the URL, so that there is nothing to do at 360dialog
 * @throws Failure when no event is chosen, calls could not be verified, 360dialog could not reach this n8n, or n8n was
 * started at another address
 */
export async function wantedWebhook(context: IHookFunctions): Promise<WantedWebhook | undefined> {
	const { options } = readSettings(context);
	const { registration: mode = 'automatic' } = options;
	const credential = await context.getCredentials(dialog360.credential);
	if (mode === 'manual') return checkSecrets(options, secretsOf(credential, options));
	const url = String(context.getNodeWebhookUrl('default'));
	// A Custom environment may be a server beside this n8n, which reaches it without the internet.
	if (credential.environment !== 'custom') checkWebhookAddress(url);
	const own = ownUrl(context, url);
	checkMoved(context, dialog360.displayName, addressesOf(context, credential), own);
	return {
		mode,
		config: { url, headers: { [SECRET_HEADER]: ownSecret(context) } },
		own,
		isTest: context.getActivationMode() === 'manual',
		endpoint: new Endpoint(context, credential),
		credential,
		sharer: sharerOf(context, credential, own),
		registered: registeredWith(context, credential),
	};
}

function checkSecrets({ verifyCalls = true }: TriggerOptions, { webhookSecret, signatureSecret }: Secrets): undefined {
	if (!verifyCalls || webhookSecret || signatureSecret) return undefined;
	throw badField(
		'Webhook Secret',
		'is empty: calls could not be verified',
		`Fill it in in the credential and give 360dialog the same text in the header '${SECRET_HEADER}' of the webhook, or switch 'Verify Calls' off.`,
	);
}

/** How the trigger shares a webhook with others of this n8n. */
export function sharerOf(context: IHookFunctions, credential: ICredentialDataDecryptedObject, own: OwnUrl): Sharer {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	const registered = registeredWith(context, credential);
	const notes = registered ? [registered] : [];
	const addresses = notes.map(({ address }) => address);
	return sharerWith(context, own, { apiKey: credential.apiKey, options, notes, registered: addresses });
}
