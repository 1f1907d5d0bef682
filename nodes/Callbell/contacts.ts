import type { IDataObject, INodeParameterResourceLocator } from 'n8n-workflow';
import type { Call } from '../shared/call';
import { requiredText } from '../shared/checks';
import { phoneNumber } from '../shared/phoneNumber';
import { entryOf } from './envelopes';

const LABEL = 'Contact';

/**
 * The contact that the user named: by UUID, by phone number on a channel of WhatsApp, or by BSUID
 * (https://docs.callbell.eu/api/reference/contacts_api/get_contact_by_phone).
 *
 * @param qs what to ask for beyond the usual; Callbell takes it with the UUID only
 * @throws Failure when there is none, or the field is empty
 */
export async function findContact(call: Call, qs: IDataObject = {}): Promise<IDataObject> {
	const { mode, value } = chosen(call);
	if (mode === 'phone') {
		const channel = call.param('channelId', '').trim();
		return await read(call, `/contacts/phone/+${phoneNumber(LABEL, value)}`, channel ? { channel_uuid: channel } : {});
	}
	const id = encodeURIComponent(idOf(value));
	return mode === 'bsuid' ? await read(call, `/contacts/bsuid/${id}`) : await read(call, `/contacts/${id}`, qs);
}

/** The path of the contact that the user named; one that is named otherwise than by its UUID is looked up. */
export async function contactPath(call: Call): Promise<string> {
	const { mode, value } = chosen(call);
	const isUuid = mode !== 'phone' && mode !== 'bsuid';
	const uuid = isUuid ? idOf(value) : String((await findContact(call)).uuid);
	return `/contacts/${encodeURIComponent(uuid)}`;
}

async function read(call: Call, url: string, qs: IDataObject = {}): Promise<IDataObject> {
	return entryOf(await call.request({ method: 'GET', url, qs }, { isRead: true }), 'contact');
}

function chosen(call: Call): Pick<INodeParameterResourceLocator, 'mode' | 'value'> {
	return call.context.getNodeParameter('contactId', { mode: 'id', value: '' }) as INodeParameterResourceLocator;
}

function idOf(value: unknown): string {
	return requiredText(LABEL, value, `Choose one from the list or give its UUID in '${LABEL}'.`).trim();
}
