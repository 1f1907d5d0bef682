import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IExecuteFunctions, INodeExecutionData, NodeApiError } from 'n8n-workflow';
import type { door } from '../../../../shared/door/door';
import { firstItemThrough } from '../../../../shared/delivery/firstItem';
import { Failure } from '../../../../shared/failures/failure';
import { toFailedItem, toNodeError } from '../../../../shared/failures/nodeError';
import { isTool } from '../../../../shared/failures/tool';
import { notedQuestion } from './question';
import type { Question } from './question';

/**
 * Sends a question and puts the execution to wait for its answer, which `answered.ts` lets it go on with.
 *
 * When the time runs out n8n passes on what a waiting node was given: that is the item which says so from here on.
 *
 * @throws NodeApiError when the question could not be sent
 */
export async function ask(
	context: IExecuteFunctions,
	through: ReturnType<typeof door>,
): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	if (items.length > 1) return refuse(context, items);
	const [sent] = await firstItemThrough(through, context);
	// Nothing was sent after Stop; an item that failed has nobody to wait for.
	if (!sent || sent.json.error !== undefined) return [sent ? [sent] : []];
	const { deadline, answers } = notedQuestion(context);
	const { json, binary } = withoutChat(context, items[0]!);
	const unanswered: INodeExecutionData = {
		json: {
			...json,
			answer: null,
			answerId: null,
			...(answers[0]?.isApproved !== undefined && { isApproved: null }),
			isTimedOut: true,
			message: null,
			question: sent.json,
		},
		...(binary && { binary }),
		pairedItem: { item: 0 },
	};
	context.getExecuteData().data.main = [[unanswered]];
	if (deadline?.fails) context.setMetadata({ resumeError: timedOut(context, deadline) });
	await context.putExecutionToWait(deadline ? new Date(deadline.until) : WAIT_INDEFINITELY);
	return [[unanswered]];
}

/** n8n keeps one wait for an execution, so that one answer would have to stand for all items. */
function refuse(context: IExecuteFunctions, items: INodeExecutionData[]): INodeExecutionData[][] {
	const failure = new Failure({
		message: `Send and Wait for Answer asks one question in each run, and the node was given ${items.length} items`,
		nextStep: 'Put Loop Over Items before it, or switch on Settings > Execute Once to ask for the first item only.',
		code: 'INVALID_INPUT',
	});
	if (!context.continueOnFail()) throw toNodeError(context.getNode(), failure);
	return [items.map((_, index) => toFailedItem(context.getNode(), failure, index))];
}

/** n8n saves it, so it is plain JSON. */
function timedOut(context: IExecuteFunctions, { until }: NonNullable<Question['deadline']>): NodeApiError {
	const failure = new Failure({
		message: `Nobody answered the question until ${until}`,
		nextStep: "Ask again, or set the option 'On Timeout' to Go On and act on isTimedOut.",
		code: 'NO_ANSWER',
	});
	const { name, message, description, context: details } = toNodeError(context.getNode(), failure, 0);
	const saved: Partial<NodeApiError> = { name, message, description, context: details };
	return saved as NodeApiError;
}

/** In *Human review* n8n takes what the customer wrote to the agent for words of the person who decides. */
function withoutChat(context: IExecuteFunctions, item: INodeExecutionData): INodeExecutionData {
	if (!isTool(context.getNode())) return item;
	const json = { ...item.json };
	delete json.chatInput;
	return { ...item, json };
}
