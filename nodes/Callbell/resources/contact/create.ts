import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { choice, requiredText } from '../../../shared/input/text';
import { CHANNEL_KINDS, CHANNEL_WORDS } from '../../fields/channelKinds';
import { optionalUuid } from '../../fields/locators';
import { nameField, ownChannelField } from '../../fields/common';
import { identifier, WHATSAPP } from '../../fields/recipient';
import { contactBody, readTags } from './contactBody';
import { contactDetails } from './contactDetails';
import { makeContact } from './steps/makeContact';

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
		"On WhatsApp a phone number with its country code, in any usual format; elsewhere the platform's ID of the customer. It cannot be changed later.",
};

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create contact',
	description: 'Create a contact on a channel; answers the contact with its UUID',
	request: { method: 'POST', url: '/contacts' },
	repeatable: false,
	fields: {
		decides: [sourceField],
		whom: [ownChannelField, identifierField],
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
		return toItems([await makeContact(item, { ...item.routed, body })]);
	},
});
