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
