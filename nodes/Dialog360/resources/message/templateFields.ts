import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['message'], operation: ['sendTemplate'] };

/** What a user fills in to send a template. */
export const templateFields: INodeProperties[] = [
	{
		displayName: 'Template',
		name: 'template',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'list', value: '' },
		description:
			'The template in one of its languages. The list of Send Template holds approved ones; type a status, e.g. pending, to find others. Marketing templates go through the Marketing Messages API where 360dialog finds that they can, otherwise as ever.',
		displayOptions: { show: { resource: ['message', 'template'], operation: ['sendTemplate', 'get', 'delete'] } },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
			},
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. order_update:en_US',
				hint: 'Name and language with a colon between them; the name alone where there is one language only',
			},
		],
	},
	{
		displayName: 'Values',
		name: 'valuesFrom',
		type: 'options',
		options: [
			{
				name: 'Components (JSON)',
				value: 'components',
				description: "The components as WhatsApp's documentation writes them",
			},
			{
				name: 'Fields',
				value: 'form',
				description: 'A field for each variable of the chosen template; a file by its URL, media ID or binary field',
			},
			{ name: 'List or Map (JSON)', value: 'values', description: 'For a template that is chosen by an expression' },
		],
		default: 'form',
		description: 'Where the values of the variables come from',
		displayOptions: { show },
	},
	{
		displayName: 'Fields',
		name: 'templateFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: ['template.value'],
			resourceMapper: {
				resourceMapperMethod: 'templateFields',
				mode: 'add',
				valuesLabel: 'Values of the Template',
				fieldWords: { singular: 'value', plural: 'values' },
				addAllFields: true,
				supportAutoMap: false,
			},
		},
		displayOptions: { show: { ...show, valuesFrom: ['form'] } },
	},
	{
		displayName: 'Values (JSON)',
		name: 'templateValues',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"body_1": "Ann", "header_image": "https://example.com/a.png"}',
		description:
			'A list in the order of the template, or an object by field: body_1 or body_name, header_1, header_image, header_video, header_document (URL, media ID or binary field), header_latitude and header_longitude, button_0_url, button_0_payload, button_0_code. Variables of the body can be named without body_.',
		displayOptions: { show: { ...show, valuesFrom: ['values'] } },
	},
	{
		displayName: 'Components (JSON)',
		name: 'components',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{"type": "body", "parameters": [{"type": "text", "text": "Ann"}]}]',
		description: 'The list "components" as WhatsApp\'s documentation writes it',
		displayOptions: { show: { ...show, valuesFrom: ['components'] } },
	},
];
