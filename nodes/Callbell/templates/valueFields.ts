import type { INodeProperties } from 'n8n-workflow';

/** Where the values of a template's variables come from. */
const valuesFromField: INodeProperties = {
	displayName: 'Values',
	name: 'valuesFrom',
	type: 'options',
	options: [
		{ name: 'Fields', value: 'form', description: 'A field for each variable of the chosen template' },
		{ name: 'List or Map (JSON)', value: 'values', description: 'For a template chosen by an expression' },
	],
	default: 'form',
	description: 'Where the values of the variables come from',
};

/** Where they come from, and the values themselves. */
export const valueFields: INodeProperties[] = [
	valuesFromField,
	{
		displayName: 'Fields',
		name: 'templateFields',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		typeOptions: {
			loadOptionsDependsOn: ['templateId.value'],
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
		default: '[]',
		placeholder: 'e.g. ["Ann", "Monday"]',
		description:
			'A list in the order of the variables, or an object such as {"1": "Ann", "media": "https://example.com/a.png"}',
		displayOptions: { show: { valuesFrom: ['values'] } },
	},
];
