import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { checkMoved } from '../../../shared/trigger/moved';
import { isTestUrlOf, ownUrl, readUrl } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl, WebhookUrl } from '../../../shared/trigger/webhookUrl';
import { dialog360 } from '../../provider/provider';
import { SECRET_HEADER, secretsOf } from '../calls/secrets';
import type { Secrets } from '../calls/secrets';
import { readSettings } from '../form/settings';
import type { RegistrationMode, TriggerOptions } from '../form/settings';
import { Endpoint } from './endpoint';
import { addressesOf, ownSecret, registeredWith } from './staticData';
import type { WebhookConfig } from './staticData';
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

/** Whether 360dialog has exactly what the trigger wants. Names of headers are the same whatever their case. */
export function isComplete({ url, headers }: WebhookConfig, { config }: WantedWebhook): boolean {
	const secret = Object.entries(headers).find(([name]) => name.toLowerCase() === SECRET_HEADER.toLowerCase())?.[1];
	return url === config.url && secret === config.headers[SECRET_HEADER];
}

/**
 * The URL of a webhook that is not the trigger's own; undefined for one that is. Its own are known by the address that
 * it remembers, or by the end of their path, which n8n drew at random for this node; the address changes when n8n
 * moves.
 */
export function foreignUrl(
	{ url: text }: WebhookConfig,
	wanted: WantedWebhook,
	context: IHookFunctions,
): WebhookUrl | undefined {
	const { own, isTest, credential } = wanted;
	const url = readUrl(text) ?? { address: text, origin: '', search: '' };
	const isOwn = url.address === own.address || url.address === registeredWith(context, credential)?.address;
	return isOwn || (!isTest && isTestUrlOf(url, own)) ? undefined : url;
}
