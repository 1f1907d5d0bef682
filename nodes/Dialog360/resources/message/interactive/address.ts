import type { IDataObject } from 'n8n-workflow';
import { jsonList, jsonObject } from '../../../../shared/input/json/json';
import { clip } from '../../../../shared/failures/clip';
import { badField } from '../../../../shared/failures/failure';
import { requiredText } from '../../../../shared/input/text';
import { textField } from '../../../fields/common';
import { bodyField } from '../content/text';
import type { MessageType } from '../messageType';
import { footerOption, interactive } from './frame';

/**
 * A form for a delivery address, which WhatsApp has in some countries
 * (https://docs.360dialog.com/docs/messaging/message-types/address).
 */
export const addressMessage: MessageType = {
	option: {
		name: 'Address',
		value: 'address_message',
		description: 'Asks for a delivery address, within India only',
	},
	fields: [
		bodyField,
		textField('Country', 'addressCountry', {
			required: true,
			default: 'IN',
			placeholder: 'e.g. IN',
			description: 'Country of the business and the customer, as two letters',
		}),
	],
	options: [
		{
			displayName: 'Address Values',
			name: 'addressValues',
			type: 'json',
			default: '{}',
			description: 'Values to fill in beforehand, e.g. {"name": "Ann", "phone_number": "+911234567890"}',
		},
		footerOption,
		{
			displayName: 'Saved Addresses',
			name: 'savedAddresses',
			type: 'json',
			default: '[]',
			description: 'To choose from; see "saved_addresses" in WhatsApp\'s documentation',
		},
	],
	content(form) {
		const { addressValues, savedAddresses } = form.options;
		const values = jsonObject('Address Values', addressValues) as IDataObject;
		const saved = jsonList('Saved Addresses', savedAddresses, '[{"id": "home", "value": {}}]') as IDataObject[];
		const parameters = {
			country: country(form.param('addressCountry', '')),
			...(Object.keys(values).length > 0 && { values }),
			...(saved.length > 0 && { saved_addresses: saved }),
		};
		return interactive(form, 'address_message', { name: 'address_message', parameters }, { header: 'none' });
	},
};

function country(value: unknown): string {
	const given = requiredText('Country', value).trim();
	if (/^[a-z]{2}$/i.test(given)) return given.toUpperCase();
	throw badField('Country', `holds "${clip(given)}", which is no country in two letters`, 'Give its code, e.g. IN.');
}
