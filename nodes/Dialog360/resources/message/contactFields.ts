import type { INodeProperties } from 'n8n-workflow';

/** Fields of a contact are named as WhatsApp names them, so that they go into the message as they are. */
const text = (displayName: string, name: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
});

const kind = text('Type', 'type', { placeholder: 'e.g. WORK', description: 'WORK, HOME, or for phones also CELL, MAIN, IPHONE' });

const entries = (displayName: string, name: string, placeholder: string, values: INodeProperties[]): INodeProperties => ({
	displayName,
	name,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder,
	default: {},
	options: [{ displayName: 'Entry', name: 'entry', values }],
});

/** What a user fills in to send contact cards. */
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
				text('Formatted Name', 'formatted_name', { required: true, description: 'The name as the customer sees it' }),
				text('First Name', 'first_name', { description: 'WhatsApp wants at least one part of the name beside the formatted one' }),
				text('Last Name', 'last_name'),
				entries('Phones', 'phones', 'Add Phone', [
					text('Phone', 'phone', { placeholder: 'e.g. +1 (650) 555-1234' }),
					kind,
					text('WhatsApp ID', 'wa_id', { description: 'Adds a button that opens a chat', placeholder: 'e.g. 16505551234' }),
				]),
				entries('Emails', 'emails', 'Add Email', [text('Email', 'email', { placeholder: 'e.g. jane@example.com' }), kind]),
				entries('URLs', 'urls', 'Add URL', [text('URL', 'url', { placeholder: 'e.g. https://example.com' }), kind]),
				entries('Addresses', 'addresses', 'Add Address', [
					text('Street', 'street'),
					text('City', 'city'),
					text('State', 'state'),
					text('ZIP', 'zip'),
					text('Country', 'country'),
					text('Country Code', 'country_code', { placeholder: 'e.g. DE' }),
					kind,
				]),
				{
					displayName: 'More',
					name: 'more',
					type: 'collection',
					placeholder: 'Add Field',
					default: {},
					options: [
						text('Birthday', 'birthday', { placeholder: 'e.g. 1999-01-23' }),
						text('Company', 'company'),
						text('Department', 'department'),
						text('Job Title', 'title'),
						text('Middle Name', 'middle_name'),
						text('Name Prefix', 'prefix', { placeholder: 'e.g. Dr.' }),
						text('Name Suffix', 'suffix', { placeholder: 'e.g. Jr.' }),
					],
				},
			],
		},
	],
};
