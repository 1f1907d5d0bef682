import type { IWebhookFunctions } from 'n8n-workflow';
import type { CallMemory, Said, Verdict } from './memory/callMemory';
import type { CallResponse } from './incomingCall';
import { ProcessMemory } from './memory/processMemory';

/** More triggers than one n8n has; beyond it the one that was called longest ago is forgotten. */
const MAX_TRIGGERS = 1000;

const memories = new Map<string, CallMemory>();

/** What one trigger of one workflow was told; it outlives the workflow's deactivation. */
export function memoryOf(workflowId: string | undefined, nodeId: string): CallMemory {
	const trigger = JSON.stringify([workflowId, nodeId]);
	const memory = memories.get(trigger) ?? new ProcessMemory();
	memories.delete(trigger);
	memories.set(trigger, memory);
	if (memories.size > MAX_TRIGGERS) memories.delete(memories.keys().next().value as string);
	return memory;
}

/**
 * Judges each thing that a call says. What is news stays undecided until n8n has answered the call, and is known only
 * when that answer says that n8n has it: with another one, e.g. because the run could not be saved, its repetition is
 * news. A call in which something is undecided is to be answered with 503 and to start nothing.
 */
export async function judgeNews(context: IWebhookFunctions, said: Said[]): Promise<Verdict[]> {
	// Somebody who listens for a test event wants to see it, as often as they ask for it.
	if (context.getMode() === 'manual') return said.map(() => 'news');
	if (said.length === 0) return [];
	const claim = await memoryOf(context.getWorkflow().id, context.getNode().id).claim(said);
	const response = context.getResponseObject() as CallResponse;
	const isTaken = () => response.statusCode < 400;
	// Comes with every answer, while `finish` does not where the caller has hung up.
	response.once('prefinish', () => void claim.settle(isTaken()));
	response.once('finish', () => void (isTaken() && claim.heard()));
	return claim.verdicts;
}
