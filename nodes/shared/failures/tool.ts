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

/** What a model cannot do beside what it can, e.g. `Shorten 'Text', or add the option 'Split Long Texts'.` */
const OTHER_WAY = /,? or (?:add|set) the option '[^']*'/g;
/** What only a person in n8n's editor can do: expressions, other nodes, options and modes of a field. */
const OF_THE_EDITOR =
	/\{\{\s*(?:\$|JSON|DateTime)|\$json|\bexpressions?\b|\b(?:the|a|with|to) nodes?\b|\bMerge node\b|\bmenu\b|\boption '|\bSwitch '|\bsplit out\b/i;
const SENTENCES = /(?<=[.!?])(?<!\be\.g\.)\s+(?=[A-Z'])/;

/** What a model is told in the place of that. */
const OTHERWISE = 'Correct the value if you gave it; otherwise tell the person who set up this tool.';

/** Advice for a model that uses a node as a tool, without what only a person in n8n's editor can do. */
export function adviceForModel(advice: string): string {
	const sentences = advice.replace(OTHER_WAY, '').split(SENTENCES);
	const mine = sentences.filter((sentence) => !OF_THE_EDITOR.test(sentence));
	return [...mine, ...(mine.length < sentences.length ? [OTHERWISE] : [])].join(' ');
}
