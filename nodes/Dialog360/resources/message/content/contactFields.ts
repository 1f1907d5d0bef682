import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import { entriesField } from '../../../fields/entries';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages; WhatsApp may know more. */
const typeField: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Home', value: 'HOME' },
		{ name: 'Mobile', value: 'CELL' },
		{ name: 'None', value: '' },
		{ name: 'Work', value: 'WORK' },
	],
	default: '',
};

const details = (displayName: string, name: string, placeholder: string, values: INodeProperties[]) =>
	entriesField(displayName, name, 'Entry', values, { typeOptions: { multipleValues: true }, placeholder });

/**
 * What a user fills in to send contact cards. Fields are named as WhatsApp names them and go into the message as they
 * are.
 */
export const contactsField: INodeProperties = entriesField(
	'Contacts',
	'contacts',
	'Contact',
	[
		textField('Formatted Name', 'formatted_name', {
			placeholder: 'e.g. Jane Doe',
			required: true,
			description: 'The name as the customer sees it',
		}),
		textField('First Name', 'first_name', {
			placeholder: 'e.g. Jane',
			description: 'WhatsApp requires a first or last name besides the formatted one',
		}),
		textField('Last Name', 'last_name', { placeholder: 'e.g. Doe' }),
		details('Phones', 'phones', 'Add Phone', [
			textField('Phone', 'phone', { placeholder: 'e.g. +1 (650) 555-1234' }),
			typeField,
			textField('WhatsApp ID', 'wa_id', {
				description: 'Adds a button that opens a chat',
				placeholder: 'e.g. 16505551234',
			}),
		]),
		details('Emails', 'emails', 'Add Email', [
			textField('Email', 'email', { placeholder: 'e.g. jane@example.com' }),
			typeField,
		]),
		details('URLs', 'urls', 'Add URL', [
			textField('URL', 'url', { placeholder: 'e.g. https://example.com' }),
			typeField,
		]),
		details('Addresses', 'addresses', 'Add Address', [
			textField('Street', 'street'),
			textField('City', 'city'),
			textField('State', 'state'),
			textField('ZIP', 'zip'),
			textField('Country', 'country'),
			textField('Country Code', 'country_code', { placeholder: 'e.g. DE' }),
			typeField,
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
	{ typeOptions: { multipleValues: true }, required: true },
);
