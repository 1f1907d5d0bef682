import type { INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';

import { choicesOf, deciders, isShown, nestedFields, shownFields } from './panels';
import type { Panel } from './panels';

/** Values that an operation takes, by name or by path, e.g. `options.teamId`; others are made up by their type. */
export type Samples = Record<string, unknown>;

/** Paths of fields, e.g. `options.metadata.pair.key`. */
export type Paths = Set<string>;

/** Fills in everything that a panel shows, but for what is to be left out. Answers the paths that were filled as well. */
export function fill(type: INodeType, panel: Panel, samples: Samples, leftOut: Paths) {
	const filled: Paths = new Set();
	const form: INodeParameters = {};
	for (const field of shownFields(type, panel)) {
		if (field.type === 'notice') continue;
		filled.add(field.name);
		form[field.name] = panel[field.name] ?? valueOf(field, field.name);
	}
	return { parameters: form, filled };

	function valueOf(field: INodeProperties, path: string): INodeParameters {
		const sample = samples[path] ?? samples[field.name] ?? inside(field, path) ?? madeUp(field);
		return sample as INodeParameters;
	}

	function inside(field: INodeProperties, path: string): unknown {
		const groups = nestedFields(field);
		if (groups.length === 0) return undefined;
		if (field.type === 'collection') return entry(groups[0]!.fields, path, {});
		return Object.fromEntries(groups.map(({ group, fields }) => [group, entries(field, fields, `${path}.${group}`)]));
	}

	/** One entry for each choice of a field that decides about the others. */
	function entries(field: INodeProperties, fields: INodeProperties[], path: string): unknown {
		const deciding = fields.find(({ name }) => deciders(fields).has(name));
		const choices = deciding ? choicesOf(deciding).map((choice) => ({ [deciding.name]: choice })) : [{}];
		const made = choices.map((choice) => entry(fields, path, choice));
		return field.typeOptions?.multipleValues ? made : made[0];
	}

	function entry(fields: INodeProperties[], path: string, chosen: INodeParameters): INodeParameters {
		const values: INodeParameters = { ...chosen };
		for (const field of fields) {
			const inner = `${path}.${field.name}`;
			const isFilled = !leftOut.has(inner) && isShown(type, field, values, { ...panel, ...form });
			if (!isFilled) continue;
			filled.add(inner);
			values[field.name] ??= valueOf(field, inner);
		}
		return values;
	}
}

function madeUp(field: INodeProperties): unknown {
	switch (field.type) {
		case 'boolean':
			return true;
		case 'number':
			return field.default || 1;
		case 'options':
			return field.default;
		case 'multiOptions':
			return [(field.options![0] as { value: string }).value];
		case 'json':
			return '{}';
		case 'string':
			return field.default || 'x';
		default:
			throw new Error(`No sample for "${field.name}" (${field.type})`);
	}
}
