import type { INode } from 'n8n-workflow';

/** Whether an AI agent uses the node: n8n adds this to its name, and hands the model the message of an error alone. */
export function isTool({ type }: INode): boolean {
	return type.endsWith('Tool');
}

/**
 * Whether the agent runs the node with its own data, the same for all calls. *Human Review* of a tool is run by the
 * engine itself, with data of its own.
 */
export function hasDataOfAgent(node: INode): boolean {
	return isTool(node) && !node.type.endsWith('HitlTool');
}
