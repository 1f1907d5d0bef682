import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../fields/textField';

const ofType = (...type: string[]) => ({ displayOptions: { show: { type } } });

const fields: INodeProperties[] = [
	{
		displayName: 'Allow Category Change',
		name: 'allowCategoryChange',
		type: 'boolean',
		default: true,
		description: 'Whether WhatsApp may put the template into another category instead of rejecting it',
	},
	textField('Body Examples', 'bodyExamples', {
		typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Example' },
		default: [],
		placeholder: 'e.g. Ann',
		description: 'One example for each variable of the body, in their order',
	}),
	{
		displayName: 'Buttons',
		name: 'templateButtons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		default: {},
		description: 'Up to ten, quick replies side by side',
		options: [
			{
				displayName: 'Button',
				name: 'button',
				values: [
					{
						displayName: 'Type',
						name: 'type',
						type: 'options',
						options: [
							{ name: 'Copy Code', value: 'COPY_CODE' },
							{ name: 'Phone Number', value: 'PHONE_NUMBER' },
							{ name: 'Quick Reply', value: 'QUICK_REPLY' },
							{ name: 'URL', value: 'URL' },
						],
						default: 'QUICK_REPLY',
					},
					textField('Text', 'text', {
						description: 'Up to 25 characters',
						...ofType('PHONE_NUMBER', 'QUICK_REPLY', 'URL'),
					}),
					textField('URL', 'url', { placeholder: 'e.g. https://example.com/orders/{{1}}', ...ofType('URL') }),
					textField('Example URL', 'urlExample', {
						placeholder: 'e.g. https://example.com/orders/4711',
						description: 'Needed where the URL ends with a variable',
						...ofType('URL'),
					}),
					textField('Phone Number', 'phoneNumber', { placeholder: 'e.g. +4915112345678', ...ofType('PHONE_NUMBER') }),
					textField('Example Code', 'example', { placeholder: 'e.g. 25OFF', ...ofType('COPY_CODE') }),
				],
			},
		],
	},
	{
		displayName: 'Components (JSON)',
		name: 'templateComponents',
		type: 'json',
		default: '[]',
		description:
			'The list "components" as WhatsApp\'s documentation writes it, in place of the fields of this form: for headers with media, carousels, offers, codes for one time',
	},
	textField('Footer', 'templateFooter', { description: 'Up to 60 characters' }),
	textField('Header Example', 'templateHeaderExample', { description: 'An example for the variable of the header' }),
	textField('Header Text', 'templateHeader', { description: 'Up to 60 characters, with one variable at most' }),
];

/** What a user may add to a new template. */
export const createOptions: INodeProperties[] = fields.map((field) => ({
	...field,
	displayOptions: { show: { '/operation': ['create'] } },
}));
