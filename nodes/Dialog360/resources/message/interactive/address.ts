import type { IDataObject } from 'n8n-workflow';
import { jsonList, jsonObject } from '../../../../shared/input/json/json';
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
		description: 'Asks for a delivery address; in India only, for businesses and customers from there',
	},
	fields: [
		bodyField,
		textField('Country', 'addressCountry', {
			required: true,
			default: 'IN',
			placeholder: 'e.g. IN',
			description: 'Of business and customer, as two letters',
		}),
	],
	options: [
		{
			displayName: 'Address Values',
			name: 'addressValues',
			type: 'json',
			default: '{}',
			description: 'What is filled in already, e.g. {"name": "Ann", "phone_number": "+911234567890"}',
		},
		footerOption,
		{
			displayName: 'Saved Addresses',
			name: 'savedAddresses',
			type: 'json',
			default: '[]',
			description:
				'Addresses to choose from, each with its key and its "value"; see "saved_addresses" in WhatsApp\'s documentation',
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
	const given = requiredText('Country', value).trim().toUpperCase();
	if (/^[A-Z]{2}$/.test(given)) return given;
	throw badField('Country', `holds "${given}", which is no country in two letters`, 'Give e.g. IN.');
}
