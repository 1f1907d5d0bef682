import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { phoneNumber } from '../../../shared/input/phone/phoneNumber';
import { chosenUuid, optionalUuid } from '../../fields/locators';
import { idText, isObject } from '../../../shared/json';
import type { HttpAnswer } from '../../../shared/transport/answer';
import { checkSame } from '../../../shared/transport/answers/sameThing';
import { entryAbout } from '../../provider/answers';
import { callbell } from '../../provider/provider';

const LABEL = 'Contact';

/** Where Callbell answers a contact, and the phone number by which it was named. */
export interface ContactAddress {
	url: string;
	qs: IDataObject;
	phone?: string;
	/** What the contact has to have, by the names of its fields. */
	asked: Record<string, string>;
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
		const asked = { phoneNumber: phone };
		return { url: `/contacts/phone/${phone}`, qs: channel ? { channel_uuid: channel } : {}, phone, asked };
	}
	const id = chosenUuid(LABEL, value);
	const path = encodeURIComponent(id);
	return mode === 'bsuid'
		? { url: `/contacts/bsuid/${path}`, qs: {}, asked: { bsuid: id } }
		: { url: `/contacts/${path}`, qs, asked: { uuid: id } };
}

/**
 * The contact that the user named.
 *
 * @param qs as for {@link contactAddress}
 * @throws Failure when there is none, or the field is empty
 */
export async function findContact(item: ItemContext, qs?: IDataObject): Promise<IDataObject> {
	const { url, qs: query, asked } = contactAddress(item, qs);
	return contactAbout(await item.request({ method: 'GET', url, qs: query }, { isRead: true }), asked);
}

/** The contact at an address; undefined where Callbell has none. */
export async function contactAt(
	item: ItemContext,
	{ url, qs, asked }: ContactAddress,
): Promise<IDataObject | undefined> {
	const answer = await item.ask({ method: 'GET', url, qs }, { isRead: true });
	if (answer.statusCode === 404) return undefined;
	const failure = item.failureOf(answer, { isRead: true });
	if (failure) throw failure;
	return contactAbout(answer, asked);
}

/** Countries write a digit more or less into the middle of mobile numbers than WhatsApp does, e.g. Brazil. */
const SURE_DIGITS = 7;

/** The contact of an answer. @throws Failure when it is another one than was asked for, or when there is none */
export function contactAbout(
	answer: HttpAnswer,
	{ phoneNumber: phone, ...asked }: Record<string, string>,
): IDataObject {
	const contact = entryAbout(answer, asked, 'contact');
	const end = (number: unknown) => String(number).replace(/\D/g, '').slice(-SURE_DIGITS);
	const isOther =
		phone !== undefined && idText(contact.phoneNumber) !== null && end(phone) !== end(contact.phoneNumber);
	if (isOther) checkSame(callbell, contact, { phoneNumber: phone });
	return contact;
}

/** The path of the contact that the user named; one that is named otherwise than by its UUID is looked up. */
export async function contactPath(item: ItemContext): Promise<string> {
	const { mode, value } = chosen(item);
	const isUuid = mode !== 'phone' && mode !== 'bsuid';
	const uuid = isUuid ? chosenUuid(LABEL, value) : String((await findContact(item)).uuid);
	return `/contacts/${encodeURIComponent(uuid)}`;
}

/** The UUID in the path of a contact. */
export function uuidIn(path: string): string {
	return decodeURIComponent(path.replace('/contacts/', ''));
}

function chosen(item: ItemContext): { mode?: unknown; value?: unknown } {
	const given = item.given('contactId', '');
	return isObject(given) && '__rl' in given ? given : { value: given };
}
