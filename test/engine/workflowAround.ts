import { deepCopy, type IConnections, type INode, type INodeType, NodeConnectionTypes } from 'n8n-workflow';

import { nodeCredentials } from './credentialsHelper';
import { NEXT_TYPE, START_TYPE } from './helperNodes';
import { latestVersion, typeName } from './nodeTypes';
import type { RunOptions } from './runTypes';

/** Names of the nodes in the workflow, for expressions such as `$('Start')`. */
export const START = 'Start';
export const NODE = 'Node';
const NEXT = 'Next';

/** The node under test between a node that gives it its items and, where asked for, one that uses its output. */
export function workflowAround(type: INodeType, options: RunOptions) {
	const { credentials = {}, nextNodeExpression } = options;
	const nodes: INode[] = [
		{ ...place(0), name: START, type: START_TYPE, typeVersion: 1, parameters: {} },
		{
			...place(1),
			name: NODE,
			type: typeName(type),
			typeVersion: latestVersion(type),
			parameters: deepCopy(options.parameters),
			credentials: nodeCredentials(credentials),
			onError: options.onError,
			retryOnFail: options.retryOnFail,
			maxTries: options.maxTries,
			waitBetweenTries: options.waitBetweenTries || 1,
			executeOnce: options.executeOnce,
			alwaysOutputData: options.alwaysOutputData,
		},
	];
	const connections: IConnections = { [START]: connectTo(NODE) };
	if (nextNodeExpression) {
		const parameters = { value: nextNodeExpression };
		nodes.push({ ...place(2), name: NEXT, type: NEXT_TYPE, typeVersion: 1, parameters });
		connections[NODE] = connectTo(NEXT);
	}
	return { nodes, connections };
}

function place(column: number): Pick<INode, 'id' | 'position'> {
	return { id: `node-${column}`, position: [column * 200, 0] };
}

function connectTo(node: string): IConnections[string] {
	return { main: [[{ node, type: NodeConnectionTypes.Main, index: 0 }]] };
}
