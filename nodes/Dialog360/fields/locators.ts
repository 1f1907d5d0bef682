import type { INodeProperties } from 'n8n-workflow';

/** A field that takes a file from an address, from WhatsApp's own store, or from the item. */
export function mediaLocator(displayName: string, name: string, details: Partial<INodeProperties>): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'url', value: '' },
		modes: [
			{ displayName: 'By URL', name: 'url', type: 'string' },
			{ displayName: 'Binary Field', name: 'binary', type: 'string' },
			{ displayName: 'By ID', name: 'id', type: 'string' },
		],
		...details,
	};
}

/** Beside a question that is no template; where nothing of it is asked, these are not there. */
export const hiddenBesideMessage = { sendAs: ['message'], responseType: ['list'] };

/** A value of a field that is there and has another value than these, which have a | between them. */
export function otherThan(values: string) {
	return { _cnd: { regex: `^(?!(${values}|undefined)$)` } };
}

/** A template in one of its languages: name and language with a colon between them. */
export const templateField: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description:
		'The template in one of its languages. When sending, the list shows approved ones; type a status, e.g. pending, for others.',
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
			hint: 'Name and language separated by a colon; the name alone if there is only one language',
		},
	],
	// Nor beside an expression, which is none of the choices: n8n would ask for a template before the node says so.
	displayOptions: { hide: { sendAs: [otherThan('template')], responseType: [otherThan('approval|buttons')] } },
};
