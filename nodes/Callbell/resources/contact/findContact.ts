import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { phoneNumber } from '../../../shared/input/phone/phoneNumber';
import { chosenUuid, optionalUuid } from '../../fields/locators';
import { isObject } from '../../../shared/json';
import { entryOf } from '../../provider/answers';

const LABEL = 'Contact';

/**
 * The contact that the user named: by UUID, by phone number on a channel of WhatsApp, or by BSUID
 * (https://docs.callbell.eu/api/reference/contacts_api/get_contact_by_phone).
 *
 * @param qs what to ask for beyond the usual; Callbell takes it with the UUID only
 * @throws Failure when there is none, or the field is empty
 */
export async function findContact(item: ItemContext, qs: IDataObject = {}): Promise<IDataObject> {
	const { mode, value } = chosen(item);
	if (mode === 'phone') {
		const channel = optionalUuid('Channel', item.param('channelId', ''));
		const number = phoneNumber(LABEL, value, item.param('defaultCountryCode', ''));
		return await read(item, `/contacts/phone/+${number}`, channel ? { channel_uuid: channel } : {});
	}
	const id = encodeURIComponent(chosenUuid(LABEL, value));
	return mode === 'bsuid' ? await read(item, `/contacts/bsuid/${id}`) : await read(item, `/contacts/${id}`, qs);
}

/** The path of the contact that the user named; one that is named otherwise than by its UUID is looked up. */
export async function contactPath(item: ItemContext): Promise<string> {
	const { mode, value } = chosen(item);
	const isUuid = mode !== 'phone' && mode !== 'bsuid';
	const uuid = isUuid ? chosenUuid(LABEL, value) : String((await findContact(item)).uuid);
	return `/contacts/${encodeURIComponent(uuid)}`;
}

async function read(item: ItemContext, url: string, qs: IDataObject = {}): Promise<IDataObject> {
	return entryOf(await item.request({ method: 'GET', url, qs }, { isRead: true }), 'contact');
}

function chosen(item: ItemContext): { mode?: unknown; value?: unknown } {
	const given = item.context.getNodeParameter('contactId', '');
	return isObject(given) && '__rl' in given ? given : { value: given };
}
