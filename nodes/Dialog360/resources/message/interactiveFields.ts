import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['message'], operation: ['sendInteractive'] };
const types = (...messageType: string[]) => ({ show: { ...show, messageType } });

const titleField = (description: string): INodeProperties => ({
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	description,
});

const idField: INodeProperties = {
	displayName: 'ID',
	name: 'id',
	type: 'string',
	default: '',
	description: 'What the trigger gets when the customer chooses it; empty for the title',
};

/** What a user fills in for an interactive message, beside the text. */
export const interactiveFields: INodeProperties[] = [
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Call Permission', value: 'call_permission_request', description: 'Asks whether the business may call' },
			{ name: 'Catalogue', value: 'catalog_message', description: 'A button that opens the catalogue' },
			{ name: 'Flow', value: 'flow', description: 'A button that opens a form inside of WhatsApp' },
			{
				name: 'JSON',
				value: 'json',
				description: "Any interactive message as WhatsApp's documentation writes it, e.g. a carousel",
			},
			{ name: 'List', value: 'list', description: 'A menu of up to ten rows' },
			{
				name: 'Location Request',
				value: 'location_request_message',
				description: 'A button with which the customer sends a location',
			},
			{ name: 'Product', value: 'product', description: 'One product of a catalogue' },
			{ name: 'Product List', value: 'product_list', description: 'Up to 30 products of a catalogue' },
			{ name: 'Reply Buttons', value: 'button', description: 'Up to three buttons that answer' },
			{ name: 'URL Button', value: 'cta_url', description: 'A button that opens a page' },
		],
		default: 'button',
		description: 'What to send. WhatsApp delivers interactive messages only within 24 hours after the customer wrote.',
		displayOptions: { show },
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Button',
		required: true,
		default: {},
		description: 'One to three buttons',
		displayOptions: types('button'),
		options: [{ displayName: 'Button', name: 'button', values: [titleField('Up to 20 characters'), idField] }],
	},
	{
		displayName: 'Button Text',
		name: 'buttonText',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Show menu',
		description: 'What is written on the button, up to 20 characters',
		displayOptions: types('list', 'cta_url', 'flow'),
	},
	{
		displayName: 'Sections',
		name: 'sections',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Section',
		required: true,
		default: {},
		description: 'Up to ten sections with up to ten rows in all',
		displayOptions: types('list'),
		options: [
			{
				displayName: 'Section',
				name: 'section',
				values: [
					titleField('Up to 24 characters; needed where there are several sections'),
					{
						displayName: 'Rows',
						name: 'rows',
						type: 'fixedCollection',
						typeOptions: { multipleValues: true, sortable: true },
						placeholder: 'Add Row',
						default: {},
						options: [
							{
								displayName: 'Row',
								name: 'row',
								values: [
									titleField('Up to 24 characters'),
									{
										displayName: 'Description',
										name: 'description',
										type: 'string',
										default: '',
										description: 'Up to 72 characters',
									},
									idField,
								],
							},
						],
					},
				],
			},
		],
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/orders/123',
		description: 'The page that the button opens',
		displayOptions: types('cta_url'),
	},
	{
		displayName: 'Catalogue ID',
		name: 'catalogId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 146265584024623',
		description: 'The catalogue that is connected to the number, as the Commerce Manager shows it',
		displayOptions: types('product', 'product_list'),
	},
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. SKU-4711',
		description: "The product's content ID in the catalogue",
		displayOptions: types('product'),
	},
	{
		displayName: 'Sections',
		name: 'productSections',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Section',
		required: true,
		default: {},
		description: 'Up to ten sections with up to 30 products in all',
		displayOptions: types('product_list'),
		options: [
			{
				displayName: 'Section',
				name: 'section',
				values: [
					titleField('Up to 24 characters; needed where there are several sections'),
					{
						displayName: 'Product IDs',
						name: 'products',
						type: 'string',
						default: '',
						placeholder: 'e.g. SKU-4711, SKU-4712',
						description: 'The content IDs in the catalogue, with commas between them or as a list',
					},
				],
			},
		],
	},
	{
		displayName: 'Flow',
		name: 'flow',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'id', value: '' },
		description: 'The flow, as the WhatsApp Manager shows it',
		displayOptions: types('flow'),
		modes: [
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1234567890' },
			{ displayName: 'By Name', name: 'name', type: 'string', placeholder: 'e.g. appointment_booking' },
		],
	},
];
