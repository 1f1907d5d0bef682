import type { INodeProperties } from 'n8n-workflow';
import { hiddenBesideMessage } from '../../../fields/locators';

/** Where the values of a template come from. */
const valuesFromField: INodeProperties = {
	displayName: 'Values',
	name: 'valuesFrom',
	type: 'options',
	options: [
		{
			name: 'Components (JSON)',
			value: 'components',
			description: "The components as in WhatsApp's documentation",
		},
		{
			name: 'Fields',
			value: 'form',
			description: 'A field for each variable; enter files as URL, media ID or name of a binary field',
		},
		{ name: 'List or Map (JSON)', value: 'values', description: 'For a template chosen by an expression' },
	],
	default: 'form',
	description: 'Where the values of the variables come from',
	displayOptions: { hide: hiddenBesideMessage },
};

/** WhatsApp refuses line breaks in variables: see `variableText`. */
export const flattenOption: INodeProperties = {
	displayName: 'Flatten Line Breaks',
	name: 'flattenLineBreaks',
	type: 'boolean',
	default: true,
	description:
		'Whether to replace line breaks, tabs and multiple spaces, which WhatsApp refuses in values, with one space',
};

/** Where they come from, and a field for each of these ways to give them. */
export const valueFields: INodeProperties[] = [
	valuesFromField,
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
		displayOptions: { show: { valuesFrom: ['form'] }, hide: hiddenBesideMessage },
	},
	{
		displayName: 'Values (JSON)',
		name: 'templateValues',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"body_1": "Ann", "header_image": "https://example.com/a.png"}',
		description:
			'A list in the order of the template, or an object: body_1 or body_name, header_1, header_image, header_video or header_document (URL, media ID, binary field), header_latitude, header_longitude, button_0_url, button_0_payload, button_0_code; variables also by their name alone, those of the body by their number',
		displayOptions: { show: { valuesFrom: ['values'] }, hide: hiddenBesideMessage },
	},
	{
		displayName: 'Components (JSON)',
		name: 'components',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{"type": "body", "parameters": [{"type": "text", "text": "Ann"}]}]',
		description: 'The list "components" as in WhatsApp\'s documentation',
		displayOptions: { show: { valuesFrom: ['components'] }, hide: hiddenBesideMessage },
	},
];
