import type { ItemContext } from '../../shared/door/itemContext';
import { Failure } from '../../shared/failures/failure';
import { asObject } from '../../shared/json';
import { checkSame } from '../../shared/transport/answers/sameThing';
import { parsedUrl } from '../../shared/parsedUrl';
import { unlessLost } from './unlessLost';

/** Where WhatsApp keeps files; through 360dialog they are fetched from its own host under the same path. */
const WHATSAPP_FILES = 'lookaside.fbsbx.com';

/** What 360dialog knows of a file (https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media). */
export interface MediaDetails {
	id: string;
	/** Lives for five minutes. */
	url: string;
	mime_type: string;
	sha256?: string;
	file_size?: number | string;
}

/**
 * The details of a media ID.
 *
 * @throws Failure when 360dialog does not have it
 */
export async function mediaDetails(item: ItemContext, id: string): Promise<MediaDetails> {
	return await unlessLost(item.account, id, async () => {
		const answer = await item.request({ method: 'GET', url: `/${id}` });
		const details = asObject(answer.body);
		checkSame(item.provider, details, { id });
		return details as unknown as MediaDetails;
	});
}

/**
 * The path at 360dialog under which a file is fetched. The request carries the key, so nothing but WhatsApp's host,
 * which is replaced by 360dialog's, is accepted.
 *
 * @throws Failure when the file is said to be anywhere else
 */
export function downloadPath(url: unknown, baseURL: string): string {
	const address = parse(url);
	if (address?.protocol === 'https:' && address.host === WHATSAPP_FILES) return address.pathname + address.search;
	if (address && address.origin === new URL(baseURL).origin) return address.pathname + address.search;
	throw new Failure({
		message: `360dialog names an address for the file that is not WhatsApp's: ${address ? address.host : String(url)}`,
		cause: 'The download would send the API key to that host, so it was not started.',
		nextStep: 'Check the base URL in the credential, and tell 360dialog support.',
		code: 'FOREIGN_HOST',
	});
}

function parse(url: unknown): URL | undefined {
	return typeof url === 'string' ? parsedUrl(url) : undefined;
}
