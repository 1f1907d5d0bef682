import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Operation, OperationFields } from './operation';
import { inOrder } from '../inOrder';
import '../requiredN8n';

/** What operations are about, e.g. messages. */
export interface Resource {
	/** As the engine knows it, e.g. `customChannel`. */
	value: string;
	/** Its name in the list of resources, e.g. `Custom Channel`. */
	name: string;
	/** The first is what the form begins with. */
	operations: Operation[];
}

/** A field, and the operations of each resource that use it. */
interface UsedField {
	field: INodeProperties;
	uses: Map<string, Set<string>>;
}

/** The order in which a panel asks, after the operation. */
const ORDER: Array<keyof OperationFields> = ['decides', 'whom', 'what', 'options'];

/** A resource with its operations, the first of which is the one that a new node begins with. */
export function resource(value: string, operations: Operation[]): Resource {
	const words = value.replace(/[A-Z]/g, ' $&');
	return { value, name: words.charAt(0).toUpperCase() + words.slice(1), operations };
}

/**
 * The properties of a node, in the order in which its panel asks: resource, operation, what decides about the rest,
 * whom, what, options. A field that several operations use alike is there once: the engine walks each of them for every
 * item. It is shown for those operations and no other, so that no field stands where it does nothing.
 *
 * @param first the resource that a new node begins with
 */
export function propertiesOf(resources: Resource[], first: Resource): INodeProperties[] {
	return [
		// Hands the request of every operation to the door.
		{
			...choice(
				'Resource',
				resources.map(({ name, value }) => ({ name, value })),
				first.value,
			),
			routing: { send: { paginate: true } },
		},
		...resources.map(({ value, operations }) => ({
			...choice(
				'Operation',
				operations.map(({ option }) => option),
				operations[0]!.value,
			),
			displayOptions: { show: { resource: [value] } },
		})),
		...ORDER.flatMap((group) => shown(resources, usedFields(resources, group))),
	];
}

function choice(displayName: string, choices: INodePropertyOptions[], initial: string): INodeProperties {
	return {
		displayName,
		name: displayName.toLowerCase(),
		type: 'options',
		noDataExpression: true,
		options: inOrder(choices, ({ name }) => name),
		default: initial,
	};
}

/** The fields of a group; those that are new stand before what follows them in their operation's own list. */
function usedFields(resources: Resource[], group: keyof OperationFields): UsedField[] {
	const used: UsedField[] = [];
	for (const { value, operations } of resources) {
		for (const operation of operations) {
			let next = used.length;
			for (const field of [...operation.fields[group]].reverse()) {
				const known = used.findIndex((other) => areAlike(other.field, field));
				if (known >= 0) next = known;
				else used.splice(next, 0, { field, uses: new Map() });
				const { uses } = used[next]!;
				uses.set(value, (uses.get(value) ?? new Set()).add(operation.value));
			}
		}
	}
	return used;
}

function areAlike(one: INodeProperties, other: INodeProperties): boolean {
	return one === other || (one.name === other.name && JSON.stringify(one) === JSON.stringify(other));
}

/**
 * n8n shows a field for each pair of its resources and operations, so those that would be too many stand apart. Where
 * the operations say it all, no resource is named: the editor loads each word of this, and asks it for each item.
 */
function shown(resources: Resource[], used: UsedField[]): INodeProperties[] {
	return used.flatMap(({ field, uses }) => {
		const among = (some: string[]) => resources.filter(({ value }) => some.includes(value));
		const together: string[][] = [];
		for (const value of uses.keys()) {
			const group = together.find((some) => isExact(among([...some, value]), uses, [...some, value]));
			if (group) group.push(value);
			else together.push([value]);
		}
		return together.map((some) => {
			const resource = !isExact(resources, uses, some) && { resource: some };
			return showFor(field, { ...resource, operation: operationsIn(uses, some) });
		});
	});
}

/** Whether showing a field for the operations that it has in `some` shows it where it is used, and nowhere else. */
function isExact(resources: Resource[], uses: UsedField['uses'], some: string[]): boolean {
	const names = operationsIn(uses, some);
	return resources.every(({ value, operations }) =>
		operations.every((operation) => !names.includes(operation.value) || uses.get(value)?.has(operation.value)),
	);
}

function operationsIn(uses: UsedField['uses'], some: string[]): string[] {
	return [...new Set(some.flatMap((value) => [...uses.get(value)!]))];
}

function showFor(field: INodeProperties, where: Record<string, string[]>): INodeProperties {
	const { show, hide } = field.displayOptions ?? {};
	return { ...field, displayOptions: { show: { ...where, ...show }, ...(hide && { hide }) } };
}
