import { randomBytes } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { dialog360BaseUrl } from '../../provider/environment';
import type { RegistrationMode } from '../form/settings';

/** A webhook as 360dialog keeps it: with the headers that it sends along. */
export interface WebhookConfig {
	url: string;
	headers: IDataObject;
}

/** What this trigger registered. */
export interface Registered {
	mode: RegistrationMode;
	/** Without the query. */
	address: string;
	/** Where 360dialog's API was: in another environment the webhook is somebody else's. */
	baseUrl: string;
	/** Which number it is, as 360dialog said; absent where it did not, and in what older versions of the node noted. */
	phoneNumberId?: string;
	/** What was there before, to be put back. */
	replaced?: WebhookConfig;
}

/** What the node's static data holds; n8n keeps that of a test apart from that of the active workflow. */
interface StaticData {
	registered?: Registered;
	secret?: string;
}

const dataOf = (context: IHookFunctions | IWebhookFunctions) => context.getWorkflowStaticData('node') as StaticData;

/**
 * The secret that calls carry in a header. It is drawn once and outlives a deactivation: what 360dialog repeats for
 * days may carry the headers of the time when it was first sent.
 */
export function ownSecret(context: IHookFunctions): string {
	return (dataOf(context).secret ??= randomBytes(32).toString('base64url'));
}

export function secretOf(context: IWebhookFunctions): string | undefined {
	return dataOf(context).secret;
}

/** The number whose webhook is registered; null where it is not known. */
export function registeredNumber(context: IWebhookFunctions): string | null {
	return dataOf(context).registered?.phoneNumberId ?? null;
}

/** What is registered in the environment that the credential is for now. */
export function registeredWith(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
): Registered | undefined {
	const { registered } = dataOf(context);
	return registered?.baseUrl === dialog360BaseUrl(credential) ? registered : undefined;
}

/** The address that is registered, if any; see {@link registeredWith}. */
export function addressesOf(context: IHookFunctions, credential: ICredentialDataDecryptedObject): string[] {
	return [registeredWith(context, credential)?.address].filter((address) => address !== undefined);
}

export function remembersAny(context: IHookFunctions): boolean {
	return dataOf(context).registered !== undefined;
}

export function remember(context: IHookFunctions, registered: Registered): void {
	dataOf(context).registered = registered;
}

export function forget(context: IHookFunctions): void {
	delete dataOf(context).registered;
}
