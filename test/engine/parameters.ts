import { deepCopy, type INode, type INodeParameters, type INodeType, NodeHelpers } from 'n8n-workflow';

import { latestVersion, typeName } from './nodeTypes';

/** The parameters with the defaults that n8n fills in, and without those that it drops. */
export function withDefaults(type: INodeType, parameters: INodeParameters): INodeParameters {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: typeName(type),
		typeVersion: latestVersion(type),
		position: [0, 0],
		parameters,
	};
	const { properties } = type.description;
	return NodeHelpers.getNodeParameters(properties, parameters, true, false, node, null) ?? {};
}

/** Throws where n8n would silently drop a parameter: a test that misspells one must not pass. */
export function assertKnownParameters(type: INodeType, parameters: INodeParameters): void {
	const dropped = droppedPaths(parameters, withDefaults(type, deepCopy(parameters)));
	if (dropped.length > 0) {
		throw new Error(
			`The node has no such parameters, or does not show them with these settings: ${dropped.join(', ')}`,
		);
	}
}

function droppedPaths(given: unknown, kept: unknown, path = ''): string[] {
	if (typeof given !== 'object' || given === null) return [];
	const known = Object(kept) as Record<string, unknown>;
	return Object.entries(given).flatMap(([key, value]) => {
		const name = path ? `${path}.${key}` : key;
		return key in known ? droppedPaths(value, known[key], name) : [name];
	});
}
