import { randomBytes } from 'crypto';
import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { registrationNotes } from '../../../shared/trigger/registrationNotes';
import type { Note } from '../../../shared/trigger/registrationNotes';
import { dialog360BaseUrl } from '../../provider/environment';
import type { RegistrationMode } from '../form/settings';

/** A webhook as 360dialog keeps it: with the headers that it sends along. */
export interface WebhookConfig {
	url: string;
	headers: IDataObject;
}

/** What this trigger registered. */
export interface Registered extends Note {
	mode: RegistrationMode;
	/** Which number it is, as 360dialog said; absent where it did not, and in what older versions of the node noted. */
	phoneNumberId?: string;
	/** What was there before, to be put back. */
	replaced?: WebhookConfig;
}

const notes = registrationNotes<Registered>('registered', dialog360BaseUrl);

export const { addressesOf, any: remembersAny, forget } = notes;

const dataOf = (context: IHookFunctions | IWebhookFunctions) =>
	context.getWorkflowStaticData('node') as { secret?: string };

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

/** Keys with which other triggers may have proved themselves while the credential had another API key. */
export function notedKeys(context: IWebhookFunctions): string[] {
	return notes.latest(context).flatMap(({ shareKey }) => shareKey ?? []);
}

/** What was there before, as the trigger remembers it. */
export function replacedWebhook(context: IWebhookFunctions): WebhookConfig | undefined {
	return notes.latest(context).find(({ replaced }) => replaced)?.replaced;
}

/** The number whose webhook is registered; null where it is not known. */
export function registeredNumber(context: IWebhookFunctions): string | null {
	return notes.all(context)[0]?.phoneNumberId ?? null;
}

/** What is registered in the environment that the credential is for now. */
export function registeredWith(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
): Registered | undefined {
	return notes.of(context, credential)[0];
}

export function remember(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
	registered: Omit<Registered, 'baseUrl'>,
): void {
	notes.keep(context, credential, [registered]);
}
