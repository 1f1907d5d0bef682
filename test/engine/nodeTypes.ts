import { readFileSync } from 'node:fs';

import { DirectoryLoader, type ExecuteContext, RoutingNode, UnrecognizedNodeTypeError } from 'n8n-core';
import type { IDataObject, IExecuteFunctions, INodeType, INodeTypes } from 'n8n-workflow';

/** Name of the package under test, which n8n puts before the names of its nodes; tests run in its folder. */
const PACKAGE_NAME = (JSON.parse(readFileSync('package.json', 'utf8')) as { name: string }).name;

/** The full type name that a workflow file holds, e.g. `n8n-nodes-example.example`. */
export function typeName(node: INodeType): string {
	return `${PACKAGE_NAME}.${node.description.name}`;
}

/** The version that the editor gives to a new node of this type. */
export function latestVersion({ description }: INodeType): number {
	const { defaultVersion, version } = description;
	return defaultVersion ?? (Array.isArray(version) ? Math.max(...version) : version);
}

/**
 * The node type as n8n has it after loading: with the *Request Options* that n8n's loader adds to declarative nodes
 * and with the `execute` that n8n gives them (without it they would have no cancel signal). The instance handed
 * in stays untouched.
 */
export function loadNodeType(node: INodeType, onExecute?: () => void, hasCancelSignal = true): INodeType {
	const loaded: INodeType = Object.create(node, {
		description: {
			value: { ...node.description, properties: [...node.description.properties] },
		},
	});
	DirectoryLoader.applyDeclarativeNodeOptionParameters(loaded);
	if (hasCancelSignal && isExecutedByRouting(loaded)) {
		loaded.execute = async function (this: IExecuteFunctions) {
			onExecute?.();
			return (await new RoutingNode(this as ExecuteContext, loaded).runNode()) ?? [];
		};
	}
	return loaded;
}

/** The rule of n8n's `NodeTypes` service for which nodes get that `execute`. */
function isExecutedByRouting(node: INodeType): boolean {
	const isDeclarative = node.description.requestDefaults !== undefined;
	return (
		!node.execute &&
		!node.supplyData &&
		!node.poll &&
		!node.trigger &&
		(!node.webhook || isDeclarative) &&
		(!node.methods || isDeclarative)
	);
}

/** The node types that one workflow knows, by full name. */
export class EngineNodeTypes implements INodeTypes {
	constructor(private readonly types: Record<string, INodeType>) {}

	getByName(nodeType: string): INodeType {
		return this.getByNameAndVersion(nodeType);
	}

	getByNameAndVersion(nodeType: string): INodeType {
		const found = this.types[nodeType];
		if (found) return found;
		const [packageName = '', name = nodeType] = nodeType.split('.');
		throw new UnrecognizedNodeTypeError(packageName, name);
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}
