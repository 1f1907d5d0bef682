import { NodeApiError } from 'n8n-workflow';
import type { INode, INodeExecutionData, JsonObject } from 'n8n-workflow';
import type { Failure, FailureFacts } from './failure';

/**
 * n8n's error for a failure: the message says what happened and ends with the item, the description says why and
 * what to do. `summary` tells what became of the other items of the run. Without an item for what is no run, e.g. a picker.
 */
export function toNodeError(
	node: INode,
	{ facts }: Failure,
	itemIndex?: number,
	summary = '',
): NodeApiError {
	const message = withItem(facts.message, itemIndex);
	const description = [facts.cause, facts.nextStep, summary].filter(Boolean).join(' ');
	// n8n rewords what messages say of ETIMEDOUT, EEXIST and the like, here and for every other class of error that
	// the engine is handed, so this class is used for all of them and its message is set once more.
	const error = new NodeApiError(node, {} as JsonObject, { message, description, httpCode: facts.httpCode, itemIndex });
	error.message = message;
	error.context.code = facts.code;
	return error;
}

/**
 * The item that stands for a failed one under Continue On Fail. It has no other keys at its top level: n8n then
 * keeps its item link, and merges the input's fields into it on the error output.
 */
export function toFailedItem({ facts }: Failure, itemIndex: number): INodeExecutionData {
	return { json: { error: withItem(facts.message, itemIndex), details: details(facts) }, pairedItem: { item: itemIndex } };
}

function details({ code, cause, nextStep, httpCode, inDoubt }: FailureFacts) {
	return {
		code: code ?? null,
		cause: cause ?? null,
		nextStep,
		httpCode: httpCode ?? null,
		maybeSent: inDoubt ?? false,
	};
}

function withItem(message: string, itemIndex?: number): string {
	return itemIndex === undefined ? message : `${message} [item ${itemIndex}]`;
}
