import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { HttpAnswer } from '../../../shared/transport/answer';
import { WHATSAPP } from '../../fields/recipient';
import { entryOf, listOf } from '../../provider/answers';

/** The `Date` header and the dates of messages count in seconds. */
const CLOCK_TOLERANCE_MS = 2_000;

/**
 * Messages to the customer that have the text of the one whose answer was lost and were written since. Callbell finds
 * contacts by phone number and BSUID only; on other channels nothing is found
 * (https://docs.callbell.eu/api/reference/contacts_api/get_contact_messages).
 *
 * @param since when the request began by the clock of this machine, in milliseconds since the epoch
 * @throws Failure when Callbell cannot be asked, or does not know the contact
 */
export async function findLost(
	item: ItemContext,
	body: IDataObject,
	text: string,
	since: number,
): Promise<IDataObject[]> {
	const place = contactPlace(body);
	if (!place) return [];
	const ask = async (url: string, qs?: IDataObject) => await item.request({ method: 'GET', url, qs }, { isRead: true });
	const contact = entryOf(await ask(...place), 'contact');
	const answer = await ask(`/contacts/${encodeURIComponent(String(contact.uuid))}/messages`);
	const from = since + clockDifference(answer) - CLOCK_TOLERANCE_MS;
	return listOf(answer, 'messages').filter(
		(message) =>
			message.status === 'sent' &&
			Boolean(message.uuid) &&
			message.text === text &&
			new Date(String(message.createdAt)).getTime() >= from,
	);
}

/** Where the contact of a message's body is read. */
function contactPlace({ to, bsuid, from, channel_uuid }: IDataObject): [string, IDataObject?] | undefined {
	if (from === WHATSAPP && to)
		return [`/contacts/phone/${encodeURIComponent(String(to))}`, channel_uuid ? { channel_uuid } : undefined];
	return bsuid && !to ? [`/contacts/bsuid/${encodeURIComponent(String(bsuid))}`] : undefined;
}

/** How far Callbell's clock is ahead of ours, in milliseconds; 0 where its answer carries no date. */
function clockDifference({ headers }: HttpAnswer): number {
	const theirs = Date.parse(headers.date ?? '');
	return Number.isNaN(theirs) ? 0 : theirs - Date.now();
}
