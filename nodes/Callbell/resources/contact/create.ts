import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { comparable, writtenSince } from '../../../shared/delivery/likeness';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { choice, requiredText } from '../../../shared/input/text';
import { optionalUuid } from '../../fields/locators';
import { idText } from '../../../shared/json';
import { CHANNEL_KINDS, CHANNEL_WORDS } from '../../fields/channelKinds';
import { nameField, ownChannelField } from '../../fields/common';
import { identifier, WHATSAPP } from '../../fields/recipient';
import { entryOf } from '../../provider/answers';
import { contactBody, readTags } from './contactBody';
import { contactDetails } from './contactDetails';

const sourceField: INodeProperties = {
	displayName: 'Source',
	name: 'source',
	type: 'options',
	options: CHANNEL_KINDS,
	default: WHATSAPP,
	description: 'The kind of channel on which the contact is reached',
};

const identifierField: INodeProperties = {
	displayName: 'Identifier',
	name: 'identifier',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +31 6 12345678',
	description:
		"On WhatsApp a phone number with its country code, in any usual writing; elsewhere the platform's identifier. It cannot be changed later.",
};

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create a contact on a channel',
	request: { method: 'POST', url: '/contacts' },
	repeatable: false,
	fields: {
		decides: [sourceField],
		whom: [identifierField, ownChannelField],
		what: [nameField],
		options: [contactDetails],
	},
	async run(item) {
		const input = collection(item, 'Fields', 'fields');
		const source = choice('Source', item.param('source', null), CHANNEL_WORDS, { isOpen: true });
		const channel = optionalUuid('Channel', item.param('channelId', ''));
		const body: IDataObject = {
			identifier: identifier('Identifier', source, item.param('identifier', ''), input.defaultCountryCode),
			source,
			name: requiredText('Name', item.param('name', '')).trim(),
			...(channel && { channel_uuid: channel }),
			...contactBody(item, input, readTags(input)),
		};
		const { answer } = await sendOnce(item, {
			fingerprint: fingerprint(body),
			whole: JSON.stringify(body),
			send: async () => entryOf(await item.request({ ...item.routed, body }), 'contact'),
			idOf: ({ uuid }) => idText(uuid),
			findLost: source === WHATSAPP ? async (leftAt) => await findCreated(item, body, leftAt) : undefined,
			whereToLook: `Look for ${String(body.identifier)} among the contacts in Callbell.`,
		});
		return toItems([answer]);
	},
});

/** By what a contact is known again. */
function fingerprint({ source, identifier: number, name }: IDataObject): string {
	return JSON.stringify([source, String(number).replace(/\D/g, ''), comparable(name)]);
}

/** The contact of the number, if it was created since and has the name: an older one was not made by this node. */
async function findCreated(item: ItemContext, body: IDataObject, leftAt: number): Promise<IDataObject[]> {
	const { identifier: number, channel_uuid: channelUuid, source } = body;
	const qs: IDataObject = channelUuid ? { channel_uuid: channelUuid } : {};
	const answer = await item.request({ method: 'GET', url: `/contacts/phone/${String(number)}`, qs }, { isRead: true });
	const contact = entryOf(answer, 'contact');
	const isNew = new Date(String(contact.createdAt)).getTime() >= writtenSince(answer, leftAt);
	const look = fingerprint({ source, identifier: number, name: contact.name });
	return isNew && look === fingerprint(body) ? [contact] : [];
}
