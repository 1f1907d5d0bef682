import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../fields/textField';

const kind = textField('Type', 'type', {
	placeholder: 'e.g. WORK',
	description: 'WORK, HOME, or for phones also CELL, MAIN, IPHONE',
});

const entries = (
	displayName: string,
	name: string,
	placeholder: string,
	values: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder,
	default: {},
	options: [{ displayName: 'Entry', name: 'entry', values }],
});

/** What a user fills in to send contact cards. Fields are named as WhatsApp names them and go into the message as they are. */
export const contactFields: INodeProperties = {
	displayName: 'Contacts',
	name: 'contacts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Contact',
	required: true,
	default: {},
	displayOptions: { show: { resource: ['message'], operation: ['send'], messageType: ['contacts'] } },
	options: [
		{
			displayName: 'Contact',
			name: 'contact',
			values: [
				textField('Formatted Name', 'formatted_name', {
					required: true,
					description: 'The name as the customer sees it',
				}),
				textField('First Name', 'first_name', {
					description: 'WhatsApp wants at least one part of the name beside the formatted one',
				}),
				textField('Last Name', 'last_name'),
				entries('Phones', 'phones', 'Add Phone', [
					textField('Phone', 'phone', { placeholder: 'e.g. +1 (650) 555-1234' }),
					kind,
					textField('WhatsApp ID', 'wa_id', {
						description: 'Adds a button that opens a chat',
						placeholder: 'e.g. 16505551234',
					}),
				]),
				entries('Emails', 'emails', 'Add Email', [
					textField('Email', 'email', { placeholder: 'e.g. jane@example.com' }),
					kind,
				]),
				entries('URLs', 'urls', 'Add URL', [
					textField('URL', 'url', { placeholder: 'e.g. https://example.com' }),
					kind,
				]),
				entries('Addresses', 'addresses', 'Add Address', [
					textField('Street', 'street'),
					textField('City', 'city'),
					textField('State', 'state'),
					textField('ZIP', 'zip'),
					textField('Country', 'country'),
					textField('Country Code', 'country_code', { placeholder: 'e.g. DE' }),
					kind,
				]),
				{
					displayName: 'More',
					name: 'more',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: [
						textField('Birthday', 'birthday', { placeholder: 'e.g. 1999-01-23' }),
						textField('Company', 'company'),
						textField('Department', 'department'),
						textField('Job Title', 'title'),
						textField('Middle Name', 'middle_name'),
						textField('Name Prefix', 'prefix', { placeholder: 'e.g. Dr.' }),
						textField('Name Suffix', 'suffix', { placeholder: 'e.g. Jr.' }),
					],
				},
			],
		},
	],
};
