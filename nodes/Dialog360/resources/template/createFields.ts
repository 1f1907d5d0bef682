import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../fields/textField';

const show = { resource: ['template'], operation: ['create'] };

export const createFields: INodeProperties[] = [
	textField('Name', 'templateName', {
		required: true,
		placeholder: 'e.g. order_update',
		description: 'Lower-case letters, digits and underscores',
		displayOptions: { show },
	}),
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{
				name: 'Authentication',
				value: 'AUTHENTICATION',
				description: 'A code for one time; give its components as JSON',
			},
			{ name: 'Marketing', value: 'MARKETING' },
			{ name: 'Utility', value: 'UTILITY', description: 'About something that the customer ordered or asked for' },
		],
		default: 'UTILITY',
		displayOptions: { show },
	},
	textField('Language', 'language', { required: true, placeholder: 'e.g. en_US', displayOptions: { show } }),
	textField('Body', 'bodyText', {
		typeOptions: { rows: 4 },
		placeholder: 'e.g. Hello {{1}}, your order {{2}} is on its way.',
		description:
			'Up to 1024 characters, with variables by number or by name. Each needs an example: see Body Examples below.',
		displayOptions: { show },
	}),
];
