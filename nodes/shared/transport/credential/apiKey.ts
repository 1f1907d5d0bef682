import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { badField } from '../../failures/failure';

/** What no header carries as it is: line breaks, and whatever lies beyond ASCII, blanks without width too. */
const NOT_SENT = /[^\x20-\x7E]/u;

/**
 * The API key of a credential, without the blanks around it. One that could not be sent as it stands is refused: Node
 * leaves some characters out, so that another key would be sent than the one that is known as the secret.
 *
 * @throws Failure that names the field and the place, and not the key
 */
export function apiKeyOf({ apiKey }: ICredentialDataDecryptedObject): string {
	const key = String(apiKey ?? '').trim();
	const place = [...key].findIndex((character) => NOT_SENT.test(character));
	if (place < 0) return key;
	throw badField(
		'API Key',
		`in the credential holds a character that no key has, at place ${place + 1}: a line break, a blank without width, an accent or the like`,
		"Copy the key anew, as one line, into 'API Key'. Nothing was sent.",
	);
}
