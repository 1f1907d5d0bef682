import type { IDataObject } from 'n8n-workflow';
import { comparable, oldestFirst, writtenSince } from '../../../shared/delivery/likeness';
import type { ItemContext } from '../../../shared/door/itemContext';
import { WHATSAPP } from '../../fields/recipient';
import { entryOf, listOf } from '../../provider/answers';
import { contactAbout } from '../contact/findContact';

/**
 * Equal for messages that cannot be told apart among those of a contact: Callbell shows their text, and nothing of
 * their kind, file or metadata (https://docs.callbell.eu/api/reference/contacts_api/get_contact_messages).
 */
export function fingerprint({ from, to, bsuid }: IDataObject, text: unknown): string {
	const address = from === WHATSAPP && to ? String(to).replace(/\D/g, '') : String(to ?? bsuid);
	return JSON.stringify([from, address, comparable(text)]);
}

/**
 * Messages to the customer that look like the one whose answer was lost, that were sent through the API, and that were
 * written since. Callbell finds contacts by phone number and BSUID only; on other channels nothing is found.
 *
 * @param text what the customer reads
 * @param leftAt when the request went out, in milliseconds by `performance.now()`
 * @throws Failure when Callbell cannot be asked, or does not know the contact
 */
export async function findLost(
	item: ItemContext,
	body: IDataObject,
	text: unknown,
	leftAt: number,
): Promise<IDataObject[]> {
	const place = contactPlace(body);
	if (!place) return [];
	const ask = async (url: string, qs?: IDataObject) => await item.request({ method: 'GET', url, qs }, { isRead: true });
	const [url, qs, asked] = place;
	const contact = contactAbout(await ask(url, qs), asked);
	const answer = await ask(`/contacts/${encodeURIComponent(String(contact.uuid))}/messages`);
	const isSince = writtenSince(answer, leftAt);
	const wanted = fingerprint(body, text);
	const alike = listOf(answer, 'messages').filter(
		(message) =>
			message.status === 'sent' &&
			Boolean(message.uuid) &&
			fingerprint(body, message.text) === wanted &&
			isSince(message.createdAt),
	);
	const ours = await Promise.all(alike.map(async (message) => ((await hasStatus(item, message)) ? [message] : [])));
	return ours.flat().sort(oldestFirst(({ createdAt }) => createdAt));
}

/** Where the contact of a message's body is read. */
function contactPlace({ to, bsuid, from, channel_uuid }: IDataObject) {
	if (from === WHATSAPP && to) return place('phone', 'phoneNumber', to, channel_uuid ? { channel_uuid } : undefined);
	return bsuid && !to ? place('bsuid', 'bsuid', bsuid) : undefined;
}

function place(path: string, field: string, value: unknown, qs?: IDataObject) {
	return [`/contacts/${path}/${encodeURIComponent(String(value))}`, qs, { [field]: String(value) }] as const;
}

/**
 * Whether a message was sent through the API: only those have a status there. The list does not show what a colleague
 * wrote (https://docs.callbell.eu/api/reference/messages_api/get_message_status).
 */
async function hasStatus(item: ItemContext, { uuid }: IDataObject): Promise<boolean> {
	const url = `/messages/status/${encodeURIComponent(String(uuid))}`;
	const answer = await item.ask({ method: 'GET', url }, { isRead: true });
	if (answer.statusCode === 404) return false;
	const failure = item.failureOf(answer, { isRead: true });
	if (failure) throw failure;
	return entryOf(answer, 'message').uuid === uuid;
}
