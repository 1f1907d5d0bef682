import type {
	DeclarativeRestApiSettings,
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
	return withDescription(node, {
		requestOperations: {
			async pagination(data) {
				const context = Object.create(this) as IExecutePaginationFunctions;
				context.getNodeParameter = (name: string, ...others: unknown[]) => {
					reads.add(name);
					return recorded(this.getNodeParameter(name, ...(others as [])), name, reads) as never;
				};
				return await door.call(context, data);
			},
		},
	});
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
