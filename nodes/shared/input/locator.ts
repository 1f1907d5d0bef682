import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** What a resource locator says beyond its modes. */
export type LocatorDetails = Partial<
	Pick<INodeProperties, 'name' | 'displayName' | 'displayOptions' | 'required' | 'description'>
>;

/** How a thing that a person would look up is chosen. */
export interface Lookup {
	displayName: string;
	name: string;
	/** Of the node's `methods.listSearch`. */
	searchListMethod: string;
	/** What an ID is called, and one as an example. */
	byId: { displayName: string; placeholder: string };
	/** Other ways to name it. */
	modes?: INodePropertyMode[];
}

/** A field with which a user chooses a thing from a list that can be searched, or names it by its ID. */
export function locator(lookup: Lookup, details: LocatorDetails): INodeProperties {
	const { displayName, name, searchListMethod, byId, modes = [] } = lookup;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ ...byId, name: 'id', type: 'string' },
			...modes,
		],
		...details,
	};
}
