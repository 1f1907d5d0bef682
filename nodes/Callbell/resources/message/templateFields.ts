import type { INodeProperties } from 'n8n-workflow';
import { templateLocator } from '../../fields/locators';

const show = { resource: ['message'], operation: ['sendTemplate'] };

/** What a user fills in to send a template. */
export const templateFields: INodeProperties[] = [
	templateLocator({
		required: true,
		description: 'The list holds approved templates; type a status, e.g. pending, to find others',
		displayOptions: { show: { resource: ['message', 'template'], operation: ['sendTemplate', 'get', 'rename'] } },
	}),
	{
		displayName: 'Opt-in Confirmed',
		name: 'optinConfirmed',
		type: 'boolean',
		required: true,
		default: false,
		description:
			'Whether the customer has agreed to get such messages from you. WhatsApp demands it for templates and may block senders without it, so Callbell takes none that is not confirmed.',
		displayOptions: { show },
	},
	{
		displayName: 'Values',
		name: 'valuesFrom',
		type: 'options',
		options: [
			{ name: 'Fields', value: 'form', description: 'A field for each variable of the chosen template' },
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
		displayOptions: { show: { ...show, valuesFrom: ['form'] } },
	},
	{
		displayName: 'Values (JSON)',
		name: 'templateValues',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. ["Ann", "Monday"]',
		description:
			'A list in the order of the variables, or an object such as {"1": "Ann", "media": "https://example.com/a.png"}',
		displayOptions: { show: { ...show, valuesFrom: ['values'] } },
	},
];
