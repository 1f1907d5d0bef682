import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { phoneNumber } from '../../../shared/input/phone/phoneNumber';
import { chosenUuid, optionalUuid } from '../../fields/locators';
import { isObject } from '../../../shared/json';
import { entryOf } from '../../provider/answers';

const LABEL = 'Contact';

/** Where Callbell answers a contact, and the phone number by which it was named. */
export interface ContactAddress {
	url: string;
	qs: IDataObject;
	phone?: string;
}

/**
 * The address of the contact that the user named: by UUID, by phone number on a channel of WhatsApp, or by BSUID
 * (https://docs.callbell.eu/api/reference/contacts_api/get_contact_by_phone).
 *
 * @param qs what to ask for beyond the usual; Callbell takes it with the UUID only
 * @throws Failure when the field is empty
 */
export function contactAddress(item: ItemContext, qs: IDataObject = {}): ContactAddress {
	const { mode, value } = chosen(item);
	if (mode === 'phone') {
		const channel = optionalUuid('Channel', item.param('channelId', ''));
		const phone = `+${phoneNumber(LABEL, value, item.param('defaultCountryCode', ''))}`;
		return { url: `/contacts/phone/${phone}`, qs: channel ? { channel_uuid: channel } : {}, phone };
	}
	const id = encodeURIComponent(chosenUuid(LABEL, value));
	return mode === 'bsuid' ? { url: `/contacts/bsuid/${id}`, qs: {} } : { url: `/contacts/${id}`, qs };
}

/**
 * The contact that the user named.
 *
 * @param qs as for {@link contactAddress}
 * @throws Failure when there is none, or the field is empty
 */
export async function findContact(item: ItemContext, qs?: IDataObject): Promise<IDataObject> {
	const { url, qs: query } = contactAddress(item, qs);
	return entryOf(await item.request({ method: 'GET', url, qs: query }, { isRead: true }), 'contact');
}

/** The contact at an address; undefined where Callbell has none. */
export async function contactAt(item: ItemContext, { url, qs }: ContactAddress): Promise<IDataObject | undefined> {
	const answer = await item.ask({ method: 'GET', url, qs }, { isRead: true });
	if (answer.statusCode === 404) return undefined;
	const failure = item.failureOf(answer, { isRead: true });
	if (failure) throw failure;
	return entryOf(answer, 'contact');
}

/** The path of the contact that the user named; one that is named otherwise than by its UUID is looked up. */
export async function contactPath(item: ItemContext): Promise<string> {
	const { mode, value } = chosen(item);
	const isUuid = mode !== 'phone' && mode !== 'bsuid';
	const uuid = isUuid ? chosenUuid(LABEL, value) : String((await findContact(item)).uuid);
	return `/contacts/${encodeURIComponent(uuid)}`;
}

function chosen(item: ItemContext): { mode?: unknown; value?: unknown } {
	const given = item.context.getNodeParameter('contactId', '');
	return isObject(given) && '__rl' in given ? given : { value: given };
}
