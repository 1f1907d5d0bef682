import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties, INodePropertyCollection, INodeType } from 'n8n-workflow';

import { latestVersion } from '../engine/nodeTypes';
import { withDefaults } from '../engine/parameters';

/** What a user chose in the fields that decide about others: a form that n8n shows. */
export type Panel = INodeParameters & { resource: string; operation: string };

type Option = NonNullable<INodeProperties['options']>[number];

/** Whether n8n shows a field or an option, beside these values of the same level and those of the whole form. */
export function isShown(
	type: INodeType,
	field: INodeProperties,
	values: INodeParameters,
	form: INodeParameters = values,
): boolean {
	return NodeHelpers.displayParameter(values, field, { typeVersion: latestVersion(type) }, type.description, form);
}

/** The fields that n8n shows in a panel, in their order, but for those of the tab Settings. */
export function shownFields(type: INodeType, panel: INodeParameters): INodeProperties[] {
	const values = withDefaults(type, panel);
	return type.description.properties.filter((field) => !field.isNodeSetting && isShown(type, field, values));
}

/** The fields within a collection; those of a group of a fixed collection go by its name. */
export function nestedFields({
	type,
	options = [],
}: INodeProperties): Array<{ group?: string; fields: INodeProperties[] }> {
	if (type === 'collection') return [{ fields: options as INodeProperties[] }];
	if (type !== 'fixedCollection') return [];
	return (options as INodePropertyCollection[]).map(({ name, values }) => ({ group: name, fields: values }));
}

/** Names of the fields on which the display of others depends, e.g. `messageType`. */
export function deciders(fields: INodeProperties[]): Set<string> {
	return new Set(fields.flatMap(({ displayOptions: { show, hide } = {} }) => Object.keys({ ...show, ...hide })));
}

/** Every value that can be chosen in a field. */
export function choicesOf({ name, type, options = [] }: INodeProperties): Array<string | number | boolean> {
	if (type === 'boolean') return [true, false];
	if (type === 'options') return options.map((option: Option) => (option as { value: string }).value);
	throw new Error(`The display of others depends on "${name}", whose values cannot be listed`);
}

/** All panels of a node: every resource, operation and value of the fields that decide about others. */
export function panelsOf(type: INodeType): Panel[] {
	const deciding = deciders(type.description.properties);
	const within = (field: INodeProperties): INodeProperties[] =>
		nestedFields(field).flatMap(({ fields }) => fields.flatMap((inner) => [inner, ...within(inner)]));
	for (const name of deciders(type.description.properties.flatMap(within))) {
		if (name.startsWith('/')) deciding.add(name.slice(1));
	}
	const expand = (panel: INodeParameters): Panel[] => {
		const next = shownFields(type, panel).find(({ name }) => deciding.has(name) && !(name in panel));
		if (!next) return [panel as Panel];
		return choicesOf(next).flatMap((choice) => expand({ ...panel, [next.name]: choice }));
	};
	return expand({});
}

/** e.g. `message.send`. */
export function operationOf({ resource, operation }: Panel): string {
	return `${resource}.${operation}`;
}

/** e.g. `message.send text`. */
export function nameOf(panel: Panel): string {
	const others = Object.entries(panel).filter(([name]) => name !== 'resource' && name !== 'operation');
	return [operationOf(panel), ...others.map(([, value]) => String(value))].join(' ');
}

/** Whether a panel is the one that n8n shows when its operation has just been chosen. */
export function isInitial(type: INodeType, { resource, operation, ...others }: Panel): boolean {
	const form = withDefaults(type, { resource, operation });
	return Object.entries(others).every(([name, value]) => form[name] === value);
}
