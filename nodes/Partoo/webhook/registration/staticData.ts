import type { ICredentialDataDecryptedObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { registrationNotes } from '../../../shared/trigger/registrationNotes';
import type { Sharer } from '../../../shared/trigger/sharing/seat';
import type { Note } from '../../../shared/trigger/registrationNotes';
import { partooBaseUrl } from '../../provider/environment';
import type { Registration } from './endpoint';

/** A registration that this trigger made or found to be its own. */
export interface Remembered extends Note {
	id: string;
	event: string;
	/** Whose events it is for, as Partoo said; absent where it did not, and in what older versions of the node noted. */
	organization?: string;
}

const notes = registrationNotes<Remembered>('registrations', partooBaseUrl);

export const { addressesOf, any: remembersAny, forget, of: rememberedBy } = notes;

export function remember(
	context: IHookFunctions,
	credential: ICredentialDataDecryptedObject,
	registrations: Registration[],
	{ own, key: shareKey, isTest }: Pick<Sharer, 'own' | 'key' | 'isTest'>,
): void {
	const made = registrations.map(({ id, event, organization }) => ({
		id,
		event,
		address: own.address,
		shareKey,
		...(isTest && { isTest }),
		...(organization && { organization }),
	}));
	notes.keep(context, credential, made);
}

/** Keys with which other triggers may have proved themselves while the credential had another API key. */
export function notedKeys(context: IWebhookFunctions): string[] {
	return [...new Set(notes.latest(context).flatMap(({ shareKey }) => shareKey ?? []))];
}

/** Organizations that the trigger registered for, as far as Partoo named them. */
export function organizationsOf(context: IWebhookFunctions): string[] {
	return [...new Set(notes.all(context).flatMap(({ organization }) => organization ?? []))];
}
