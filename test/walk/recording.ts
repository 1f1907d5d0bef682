import type {
	DeclarativeRestApiSettings,
	IExecuteFunctions,
	IExecutePaginationFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import type { Paths } from './fill';
import type { Panel } from './panels';

/** The node with a description that is changed; it stays untouched itself. */
function withDescription(node: INodeType, change: Partial<INodeTypeDescription>): INodeType {
	return Object.create(node, { description: { value: { ...node.description, ...change } } }) as INodeType;
}

/** The node, whose operations add to `reads` each parameter that they ask for, and each option that they look at. */
export function recordingNode(node: INodeType, reads: Paths): INodeType {
	const door = node.description.requestOperations!.pagination as (
		this: IExecutePaginationFunctions,
		data: DeclarativeRestApiSettings.ResultOptions,
	) => Promise<INodeExecutionData[]>;
	const recording = withDescription(node, {
		requestOperations: {
			async pagination(data) {
				return await door.call(recordingContext(this, reads), data);
			},
		},
	});
	return Object.create(recording, { customOperations: { value: recordingOperations(node, reads) } }) as INodeType;
}

/** What n8n hands a whole execution in the place of a request for each item. */
function recordingOperations({ customOperations = {} }: INodeType, reads: Paths): INodeType['customOperations'] {
	const ofResource = (operations: (typeof customOperations)[string]) =>
		Object.fromEntries(
			Object.entries(operations).map(([name, operation]) => [
				name,
				async function (this: IExecuteFunctions) {
					return await operation.call(recordingContext(this, reads));
				},
			]),
		);
	return Object.fromEntries(
		Object.entries(customOperations).map(([resource, operations]) => [resource, ofResource(operations)]),
	);
}

function recordingContext<Context extends Pick<IExecuteFunctions | IExecutePaginationFunctions, 'getNodeParameter'>>(
	original: Context,
	reads: Paths,
): Context {
	const context = Object.create(original) as Context;
	const read = original.getNodeParameter.bind(original) as (name: string, ...others: unknown[]) => unknown;
	context.getNodeParameter = ((name: string, ...others: unknown[]) => {
		reads.add(name);
		return recorded(read(name, ...others), name, reads);
	}) as Context['getNodeParameter'];
	return context;
}

/** The same value; entries of a list have the path of the list. */
function recorded(value: unknown, path: string, reads: Paths): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return new Proxy(value, {
		get(target, key, receiver): unknown {
			const found: unknown = Reflect.get(target, key, receiver);
			if (typeof key === 'symbol' || typeof found === 'function') return found;
			const inner = Array.isArray(target) ? path : `${path}.${key}`;
			reads.add(inner);
			return recorded(found, inner, reads);
		},
	});
}

/** The node, one of whose operations declares a URL with something before it. */
export function movedNode(node: INodeType, { resource, operation }: Panel, prefix: string): INodeType {
	const properties = node.description.properties.map((field) => {
		if (field.name !== 'operation' || !field.displayOptions!.show!.resource!.includes(resource)) return field;
		const options = field.options!.map((option) => {
			const { value, routing } = option as { value: string; routing?: { request: { url: string } } };
			if (value !== operation || !routing) return option;
			return { ...option, routing: { request: { ...routing.request, url: `${prefix}${routing.request.url}` } } };
		});
		return { ...field, options } as typeof field;
	});
	return withDescription(node, { properties });
}
