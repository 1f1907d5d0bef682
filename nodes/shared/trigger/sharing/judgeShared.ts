import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { Refusal } from '../incomingCall';
import type { CallResponse } from '../incomingCall';
import { handOn, handOver } from './handOn';
import type { Call } from './handOn';
import type { Sharing } from './incoming';

/**
 * Judges a call for all triggers that share it, side by side. The caller is answered 200 when each of them has taken
 * it, or refused it for a reason of its own; otherwise 503, and calls again: those that had it know it by then.
 *
 * This trigger's own run cannot start with an answer other than 200, which n8n gives. So when another one has not taken
 * the call, this one hands it on to itself too, after the answer: its run need not wait until the other is well.
 */
export async function judgeShared(
	context: IWebhookFunctions,
	sharing: Sharing,
	call: Call,
	judge: () => Promise<IWebhookResponseData | Refusal>,
): Promise<IWebhookResponseData | Refusal> {
	if (sharing.others.length === 0) return await judge();
	const [areTaken, own] = await Promise.all([handOn(context, sharing, call), judge()]);
	if (!areTaken) {
		const isOwnRun = !(own instanceof Refusal) && own.workflowData !== undefined;
		if (isOwnRun) afterAnswer(context, async () => await toItself(context, sharing, call));
		return new Refusal(503, 'A trigger that shares this webhook has not taken the call');
	}
	return own instanceof Refusal && own.statusCode < 500 ? {} : own;
}

function afterAnswer(context: IWebhookFunctions, task: () => Promise<unknown>): void {
	const response = context.getResponseObject() as CallResponse;
	response.once('prefinish', () => void task());
}

async function toItself(context: IWebhookFunctions, sharing: Sharing, call: Call): Promise<void> {
	await handOver(context, sharing.reach.own.address, sharing, { ...call, receivedAt: performance.now() });
}
