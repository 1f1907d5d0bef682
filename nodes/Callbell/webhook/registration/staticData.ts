import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { registrationNotes } from '../../../shared/trigger/registrationNotes';
import type { Note } from '../../../shared/trigger/registrationNotes';
import { callbellBaseUrl } from '../../provider/environment';

/** The subscription that this trigger made. */
export interface Remembered extends Note {
	types: string[];
	/** Addresses of those that got the calls then, first the one that is called; absent in what older versions noted. */
	members?: string[];
	/** The last call that anybody had taken before it. */
	settledUntil?: string;
}

const notes = registrationNotes<Remembered>('subscription', callbellBaseUrl);

export const { addressesOf, any: remembersAny, forget } = notes;

/** The events that the trigger subscribed to; undefined when it has not, or no longer. */
export function subscribedTypes(context: IWebhookFunctions): string[] | undefined {
	return notes.latest(context)[0]?.types;
}

/** Keys with which other triggers may have proved themselves while the credential had another API key. */
export function notedKeys(context: IWebhookFunctions): string[] {
	return notes.latest(context).flatMap(({ shareKey }) => shareKey ?? []);
}

/** What the trigger remembers of where its credential points now. */
export function rememberedBy(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
): Remembered | undefined {
	return notes.of(context, credential)[0];
}

export function remember(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
	made: Omit<Remembered, 'baseUrl'>,
): void {
	notes.keep(context, credential, [made]);
}
