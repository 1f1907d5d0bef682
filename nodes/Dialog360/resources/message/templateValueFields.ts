import type { INodeProperties } from 'n8n-workflow';

/** Where the values of a template come from. */
export const valuesFromField: INodeProperties = {
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
};

/** WhatsApp refuses line breaks in variables: see `variableText`. */
export const flattenOption: INodeProperties = {
	displayName: 'Flatten Line Breaks',
	name: 'flattenLineBreaks',
	type: 'boolean',
	default: true,
	description:
		'Whether line breaks, tabs and rows of blanks in the values become one blank: WhatsApp refuses them there',
};

/** A field for each of these ways to give them. */
export const valueFields: INodeProperties[] = [
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
		displayOptions: { show: { valuesFrom: ['form'] } },
	},
	{
		displayName: 'Values (JSON)',
		name: 'templateValues',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"body_1": "Ann", "header_image": "https://example.com/a.png"}',
		description:
			'A list in the order of the template, or an object by field: body_1 or body_name, header_1, header_image, header_video, header_document (URL, media ID or binary field), header_latitude and header_longitude, button_0_url, button_0_payload, button_0_code. Variables of the body can be named without body_.',
		displayOptions: { show: { valuesFrom: ['values'] } },
	},
	{
		displayName: 'Components (JSON)',
		name: 'components',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{"type": "body", "parameters": [{"type": "text", "text": "Ann"}]}]',
		description: 'The list "components" as WhatsApp\'s documentation writes it',
		displayOptions: { show: { valuesFrom: ['components'] } },
	},
];
