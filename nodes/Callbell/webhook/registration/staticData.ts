import type { ICredentialDataDecryptedObject, IHookFunctions } from 'n8n-workflow';
import { registrationNotes } from '../../../shared/trigger/registrationNotes';
import type { Note } from '../../../shared/trigger/registrationNotes';
import { callbellBaseUrl } from '../../provider/environment';

/** The subscription that this trigger made. */
export interface Remembered extends Note {
	types: string[];
	/** The last call that anybody had taken before it. */
	settledUntil?: string;
}

const notes = registrationNotes<Remembered>('subscription', callbellBaseUrl);

export const { addressesOf, any: remembersAny, forget } = notes;

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
