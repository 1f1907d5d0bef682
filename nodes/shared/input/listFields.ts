import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../door/itemContext';
import { badField } from '../failures/failure';
import { isObject } from '../json';
import { collection } from './collection';
import { wholeNumber } from './number';
import { toggle } from './toggle';
import { isFilledIn } from './value';

/** Return All and Limit, of every operation that lists. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/** The limit that the user set; no limit with Return All. */
export function limitOf(item: ItemContext): number {
	if (toggle('Return All', item.param('returnAll', false))) return Infinity;
	return wholeNumber('Limit', item.param('limit', 50), { min: 1, fallback: 50 });
}

/** Simplify, of every operation whose answers have more than ten fields. */
export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Whether the user wants the simplified output. */
export function isSimplified(item: ItemContext): boolean {
	return toggle('Simplify', item.param('simplify', true), true);
}

/**
 * What a user set under Filters. Without a filter all entries are found, which is not what is wanted where an
 * expression was to say which: in a campaign all contacts are written to.
 *
 * @param field the collection, with its filters
 * @throws Failure when an expression in a filter answers nothing
 */
export function filtersOf(item: ItemContext, { displayName, name, options = [] }: INodeProperties) {
	const given = collection(item, displayName, name);
	for (const filter of options as INodeProperties[]) {
		if (filter.name in given) checkFilter(item, filter.displayName, `${name}.${filter.name}`, given[filter.name]);
	}
	return given;
}

/**
 * Refuses a filter whose expression answers nothing. What is left empty by hand, on purpose (`?? ''`) or by an AI
 * agent is not wanted.
 *
 * @param name of the parameter, dots lead into it
 * @throws Failure naming it
 */
export function checkFilter(item: ItemContext, label: string, name: string, value: unknown): void {
	const chosen = isObject(value) && '__rl' in value ? value.value : value;
	const isNone = Array.isArray(chosen) ? !chosen.some(isFilledIn) : !isFilledIn(chosen);
	if (!isNone || !item.parameters.isByExpression(name)) return;
	throw badField(
		label,
		'is empty: the expression in it answers nothing, and everything would be found',
		`Check the name of the field in the expression of '${label}', and leave items without it out before this node; without a filter take '${label}' out, or say so with {{ … ?? '' }}.`,
	);
}
