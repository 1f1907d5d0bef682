import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../door/itemContext';

/** What both WhatsApp and Callbell keep of a text that comes back with events. */
const MARK_MAX = 500;

/** The name of a mark where a provider keeps values by name. */
export const MARK_KEY = 'n8n';

/** `n8n:<workflow>:<execution>:<node>:<run>:<item>`, and `.<part>` for a text that was split. */
const MARK = /^n8n:([^:]+):([^:]+):(.+):(\d+):(\d+)(?:\.\d+)?$/;

/** Where in n8n a message was sent. All are null for one without a mark. */
export interface Origin extends IDataObject {
	workflowId: string | null;
	executionId: string | null;
	nodeId: string | null;
	/** Counted from 0, as n8n does: more than 0 in a loop. */
	runIndex: number | null;
	/** Counted from 0. */
	itemIndex: number | null;
}

/** Says to the provider where a message comes from, so that its events tell what an execution has sent. */
export function markMessagesField(unless: string): INodeProperties {
	return {
		displayName: 'Mark Messages',
		name: 'markMessages',
		type: 'boolean',
		default: false,
		description: `Whether a message without ${unless} carries the IDs of its workflow, execution and item, which the trigger outputs with every status. Customers do not see them. On by default.`,
	};
}

/**
 * The marks of an item's messages, the parts of a split text each with its number. None where the IDs are too long
 * for one.
 */
export function marksOf({ context, node, memory, itemIndex }: ItemContext, messages: number): string[] {
	const place = [context.getWorkflow().id, context.getExecutionId(), node.id, memory.run];
	const mark = ['n8n', ...place, itemIndex].join(':');
	const marks = Array.from({ length: messages }, (_, part) => (messages > 1 ? `${mark}.${part + 1}` : mark));
	return marks.filter((one) => one.length <= MARK_MAX && MARK.test(one));
}

/** What a mark says; undefined for a text that is none. */
export function readMark(text: unknown): Origin | undefined {
	const [, workflowId, executionId, nodeId, runIndex, itemIndex] = MARK.exec(String(text ?? '')) ?? [];
	if (workflowId === undefined) return undefined;
	return {
		workflowId,
		executionId: executionId!,
		nodeId: nodeId!,
		runIndex: Number(runIndex),
		itemIndex: Number(itemIndex),
	};
}

/** What is said of a message without a mark. */
export const UNMARKED: Origin = {
	workflowId: null,
	executionId: null,
	nodeId: null,
	runIndex: null,
	itemIndex: null,
};
