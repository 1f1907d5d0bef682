import { NodeApiError } from 'n8n-workflow';
import type { INode, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { asFailure } from './failure';
import type { Failure } from './failure';
import type { ItemOutcomes } from './itemOutcomes';
import { adviceForModel, isTool } from './tool';
import { settled } from './settled';

/** n8n's Retry of a whole execution knows what its node has sent, and nothing else of the first try. */
export const RETRY_WARNING =
	'Retry in the list of executions sends no message again that was accepted; all else it does again, also what may have been done. Connect the error output of this node (Settings > On Error) to repeat the others alone.';

/**
 * n8n's error for a failure: the message says what happened and ends with the item, the description says why, what to
 * do and what became of the other items. Without an item for what is no run, e.g. a picker. A tool of an AI agent says
 * all of it in the message.
 */
export function toNodeError(
	node: INode,
	{ facts }: Failure,
	itemIndex?: number,
	outcomes?: ItemOutcomes,
): NodeApiError {
	const isForModel = isTool(node);
	const nextStep = isForModel ? adviceForModel(facts.nextStep) : facts.nextStep;
	const advice = [facts.cause, nextStep, outcomes && summary(outcomes)].filter(Boolean).join(' ');
	const message = isForModel ? `${facts.message}. ${advice}` : withItem(facts.message, itemIndex);
	const description = isForModel ? undefined : advice;
	// n8n rewords what messages say of ETIMEDOUT, EEXIST and the like, here and for every other class of error that
	// the engine is handed, so this class is used for all of them and its message is set once more.
	const error = new NodeApiError(node, {} as JsonObject, { message, description, httpCode: facts.httpCode, itemIndex });
	error.message = message;
	error.context.code = facts.code;
	if (facts.traceId) error.context.traceId = facts.traceId;
	if (outcomes) error.context.outcomes = outcomes;
	return error;
}

/** What became of the items of a node that stopped, so that a person can go on from there; empty for a single one. */
function summary({ done, refused, inDoubt, notStarted }: ItemOutcomes): string {
	const all = done.length + refused.length + inDoubt.length + notStarted.length;
	if (all < 2) return '';
	const warning = done.length > 0 && inDoubt.length === 0 ? ` ${RETRY_WARNING}` : '';
	const parts = [
		`Of ${all} items ${done.length} were done`,
		refused.length > 1 && `${refused.length} were refused (${ranges(refused)})`,
		inDoubt.length > 1 && `${inDoubt.length} may have been done (${ranges(inDoubt)})`,
		notStarted.length > 0 && `${notStarted.length} were not started (${ranges(notStarted)})`,
	];
	return `${parts.filter(Boolean).join(', ')}.${warning}`;
}

/** Stretches of items that a sentence lists. */
const LISTED_RANGES = 30;

/** `[1, 2, 3, 7]` as `1–3, 7`. */
function ranges(indexes: number[]): string {
	const parts: string[] = [];
	for (let start = 0, end = 0; start < indexes.length; start = end = end + 1) {
		while (indexes[end + 1] === indexes[end]! + 1) end++;
		parts.push(end > start ? `${indexes[start]}–${indexes[end]}` : `${indexes[start]}`);
	}
	const more = parts.length > LISTED_RANGES ? ', …' : '';
	return `${parts.slice(0, LISTED_RANGES).join(', ')}${more}`;
}

/**
 * The item that stands for a failed one under Continue On Fail. It has no other keys at its top level: n8n then
 * keeps its item link, and merges the input's fields into it on the error output.
 */
export function toFailedItem(node: INode, failure: Failure, itemIndex: number): INodeExecutionData {
	const item: INodeExecutionData = {
		json: { error: withItem(failure.message, itemIndex), details: details(failure) },
		pairedItem: { item: itemIndex },
	};
	if (node.onError !== 'continueErrorOutput') return item;
	// By this alone n8n up to 2.34 knows which items are for that output. Enumerable, it would stay in the item, and n8n
	// would put its message in the place of all fields.
	const error = toNodeError(node, failure, itemIndex);
	return Object.defineProperty(item, 'error', { value: error, writable: true, configurable: true });
}

function details({ outcome, facts: { code, cause, nextStep, httpCode, traceId } }: Failure) {
	return {
		code: code ?? null,
		cause: cause ?? null,
		nextStep,
		httpCode: httpCode ?? null,
		...(traceId && { traceId }),
		maybeSent: outcome === 'inDoubt',
	};
}

function withItem(message: string, itemIndex?: number): string {
	return itemIndex === undefined ? message : `${message} [item ${itemIndex}]`;
}

/**
 * Runs what the engine calls outside of a run, e.g. to register a webhook, and words what goes wrong as n8n shows it.
 *
 * @throws NodeApiError for everything that `task` throws
 */
export async function withNodeErrors<T>(node: INode, task: () => Promise<T>): Promise<T> {
	const result = await settled(task());
	if (result.status === 'fulfilled') return result.value;
	throw toNodeError(node, asFailure(result.reason, 'Check the credential and the parameters of this node.'));
}
