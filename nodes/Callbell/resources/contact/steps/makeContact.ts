import type { IDataObject } from 'n8n-workflow';
import { comparable, writtenSince } from '../../../../shared/delivery/likeness';
import { sendOnce } from '../../../../shared/delivery/sendOnce';
import type { ItemContext } from '../../../../shared/door/itemContext';
import type { RequestSpec } from '../../../../shared/door/request';
import { asObject, idText } from '../../../../shared/json';
import { WHATSAPP } from '../../../fields/recipient';
import { entryOf } from '../../../provider/answers';
import { contactAbout } from '../findContact';

/**
 * Makes one contact, however often n8n runs the node: one whose answer was lost is looked for by its number
 * (https://docs.callbell.eu/api/reference/contacts_api/post_contacts).
 *
 * @param request with the body `{ identifier, source, name, … }`
 * @throws Failure when Callbell refuses it, or when it may have been made and was not found
 */
export async function makeContact(item: ItemContext, request: RequestSpec): Promise<IDataObject> {
	const body = asObject(request.body) as IDataObject;
	const { answer } = await sendOnce(item, {
		fingerprint: fingerprint(body),
		whole: JSON.stringify(body),
		send: async () => entryOf(await item.request(request), 'contact'),
		idOf: ({ uuid }) => idText(uuid),
		findLost: body.source === WHATSAPP ? async (leftAt) => await findCreated(item, body, leftAt) : undefined,
		whereToLook: `Look for ${String(body.identifier)} among the contacts in Callbell.`,
	});
	return answer;
}

/** By what a contact is known again. */
function fingerprint({ source, identifier: number, name }: IDataObject): string {
	return JSON.stringify([source, String(number).replace(/\D/g, ''), comparable(name)]);
}

/** The contact of the number, if it was created since and has the name: an older one was not made by this node. */
async function findCreated(item: ItemContext, body: IDataObject, leftAt: number): Promise<IDataObject[]> {
	const { identifier: number, channel_uuid: channelUuid, source } = body;
	const qs: IDataObject = channelUuid ? { channel_uuid: channelUuid } : {};
	const answer = await item.request({ method: 'GET', url: `/contacts/phone/${String(number)}`, qs }, { isRead: true });
	const contact = contactAbout(answer, { phoneNumber: String(number) });
	const isNew = writtenSince(answer, leftAt)(contact.createdAt);
	const look = fingerprint({ source, identifier: number, name: contact.name });
	return isNew && look === fingerprint(body) ? [contact] : [];
}
