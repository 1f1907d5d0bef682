import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { isObject } from '../../nodes/shared/json';
import { runNode } from '../engine';
import { fill } from './fill';
import type { Paths, Samples } from './fill';
import { nestedFields } from './panels';
import type { Panel } from './panels';
import type { Stage, Subject } from './subject';
import { eachOf, EXPRESSIONS, VALUES } from './values';
import type { OddText, Value } from './values';

/** A field of a panel, or one within a collection. */
export interface Place {
	panel: Panel;
	/** e.g. `options.metadata.pair.key`. */
	path: string;
	field: INodeProperties;
}

/** What became of one value in a field. */
export interface Came {
	value: Value | OddText;
	/** Absent where the item succeeded. */
	error?: { message: string; code: string; nextStep: string };
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

/**
 * Gives a field each of the values, one an item, and answers what became of them and what the server got. An operation
 * that takes one item is carried out once for each.
 */
export async function probe(
	subject: Subject,
	stage: Stage,
	place: Place,
	others: Paths,
): Promise<{ came: Came[]; requests: unknown[] }> {
	const isOne = subject.oneByOne?.includes(place.panel.operation) ?? false;
	const values = Object.keys(isOne ? VALUES : EXPRESSIONS) as Array<Value | OddText>;
	const { samples, items = [{ json: {} }] } = await stage.prepare(place.panel);
	await stage.sandbox.clearRequests();
	const came: Came[] = [];
	for (const some of isOne ? values.map((value) => [value]) : [values]) {
		const all = some.map(() => items[0]!);
		const probed = { ...place, samples, items: all, expression: eachOf(some) };
		const failures = await withExpression(subject, stage, probed, others);
		came.push(
			...failures.map((failure, index): Came => {
				if (!failure) return { value: some[index]! };
				const { code, nextStep } = failure.details as { code: string | null; nextStep: string };
				return { value: some[index]!, error: { message: failure.message, code: String(code), nextStep } };
			}),
		);
	}
	return { came, requests: await stage.sandbox.requests({ provider: subject.provider }) };
}

interface Probed extends Place {
	samples: Samples;
	items: INodeExecutionData[];
	/** Answers the value of each item. */
	expression: string;
}

/** What became of an item, by its index; absent where it succeeded. */
export type Failures = Array<{ message: string; details: IDataObject } | undefined>;

/** Carries an operation out with an expression in a field. */
export async function withExpression(
	{ node, credentialTypes }: Subject,
	stage: Stage,
	{ panel, path, field, samples, items, expression }: Probed,
	others: Paths,
): Promise<Failures> {
	const given: Samples = { ...samples, [path]: valueOf(field, samples[path] ?? samples[field.name], expression) };
	const { parameters } = fill(node, panel, given, new Set([...others].filter((other) => !isBeside(other, path))));
	const run = await runNode({
		node,
		parameters,
		items,
		onError: 'continueRegularOutput',
		credentialTypes,
		credentials: stage.credentials,
	});
	if (run.error) throw new Error(`${path}: ${run.error.message}`);
	return items.map((_, index) => {
		const mine = run.items.find((item) => isObject(item.pairedItem) && item.pairedItem.item === index);
		const { error, details } = (mine?.json ?? {}) as { error?: string; details?: IDataObject };
		return error ? { message: error, details: details! } : undefined;
	});
}

function valueOf({ type }: INodeProperties, sample: unknown, value: string): unknown {
	return type === 'resourceLocator' ? { ...(sample as object), __rl: true, value } : value;
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
