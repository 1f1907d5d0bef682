import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../nodes/shared/json';
import { runNode } from '../engine';
import { fill } from './fill';
import type { Paths, Samples } from './fill';
import { nestedFields } from './panels';
import type { Panel } from './panels';
import type { Stage, Subject } from './subject';
import { EACH_VALUE, VALUES } from './values';
import type { Value } from './values';

/** A field of a panel, or one within a collection. */
export interface Place {
	panel: Panel;
	/** e.g. `options.metadata.pair.key`. */
	path: string;
	field: INodeProperties;
}

/** What became of one value in a field. */
export interface Came {
	value: Value;
	/** Absent where the item succeeded. */
	error?: { message: string; code: string };
}

/** All places of a panel that take an expression, those within collections as well. */
export function placesOf(panel: Panel, fields: INodeProperties[], before = ''): Place[] {
	return fields.flatMap((field) => {
		const path = before + field.name;
		const inner = nestedFields(field).flatMap(({ group, fields: nested }) =>
			placesOf(panel, nested, group === undefined ? `${path}.` : `${path}.${group}.`),
		);
		if (inner.length > 0) return inner;
		const isFilled = field.type !== 'notice' && field.type !== 'resourceMapper' && !field.noDataExpression;
		return isFilled ? [{ panel, path, field }] : [];
	});
}

/** Gives a field each of the values, one an item, and answers what became of them and what the server got. */
export async function probe(
	{ node, provider, credentialTypes }: Subject,
	stage: Stage,
	{ panel, path, field }: Place,
	others: Paths,
): Promise<{ came: Came[]; requests: unknown[] }> {
	const { samples, items = [{ json: {} }] } = await stage.prepare(panel);
	await stage.sandbox.clearRequests();
	const given: Samples = { ...samples, [path]: expressionFor(field, samples[path] ?? samples[field.name]) };
	const { parameters } = fill(node, panel, given, new Set([...others].filter((other) => !isBeside(other, path))));
	const run = await runNode({
		node,
		parameters,
		items: Object.keys(VALUES).map(() => items[0]!),
		onError: 'continueRegularOutput',
		credentialTypes,
		credentials: stage.credentials,
	});
	if (run.error) throw new Error(`${path}: ${run.error.message}`);
	const came = Object.keys(VALUES).map((value, index): Came => {
		const mine = run.items.find((item) => isObject(item.pairedItem) && item.pairedItem.item === index);
		const { error, details } = (mine?.json ?? {}) as { error?: string; details?: IDataObject };
		return { value: value as Value, ...(error && { error: { message: error, code: String(details?.code) } }) };
	});
	return { came, requests: await stage.sandbox.requests({ provider }) };
}

function expressionFor({ type }: INodeProperties, sample: unknown): unknown {
	return type === 'resourceLocator' ? { ...(sample as object), __rl: true, value: EACH_VALUE } : EACH_VALUE;
}

/** Whether a nested field is one of the entries that another is in, so that one makes no sense without the other. */
function isBeside(other: string, path: string): boolean {
	const isInEntryOf = (one: string, another: string) => {
		const entry = another.split('.').slice(0, -1);
		return entry.length > 1 && one.startsWith(`${entry.join('.')}.`);
	};
	return path === other || path.startsWith(`${other}.`) || isInEntryOf(path, other) || isInEntryOf(other, path);
}

/** All texts, numbers, switches and names of fields in what the server got. */
export function leavesOf(value: unknown): unknown[] {
	if (typeof value !== 'object' || value === null) return [value];
	return Object.entries(value).flatMap(([name, inner]) => [name, ...leavesOf(inner)]);
}
