import type { INodeProperties } from 'n8n-workflow';

/** A field that takes a file from an address, from WhatsApp's own store, or from the item. */
export function mediaLocator(displayName: string, name: string, details: Partial<INodeProperties>): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'url', value: '' },
		modes: [
			{ displayName: 'By URL', name: 'url', type: 'string', placeholder: 'e.g. https://example.com/menu.pdf' },
			{ displayName: 'Binary Field', name: 'binary', type: 'string', placeholder: 'e.g. data' },
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 1166846181421424' },
		],
		...details,
	};
}

/** A template in one of its languages: name and language with a colon between them. */
export const templateField: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		'The template in one of its languages. The list of Send Template holds approved ones; type a status, e.g. pending, to find others. Marketing templates go through the Marketing Messages API where 360dialog finds that they can, otherwise as ever.',
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
};
