import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { N8nClient } from './n8nClient';
import { N8N_FOLDER } from './paths';
import type { Workflow } from './seed';

const POLL_MS = 500;
/** Sends, and the two minutes that the nodes wait for a delivery at most. */
const TIMEOUT_MS = 240_000;

interface NodeRun {
	data?: { main: Array<Array<{ json: object }> | null> };
	error?: { message: string };
}

interface ExecutionData {
	resultData: { runData: Record<string, NodeRun[]>; error?: { message: string; node?: { name: string } } };
}

export interface Execution {
	id: string;
	/** n8n's word: `success`, `error`, `canceled` … */
	status: string;
	hasEnded: boolean;
	/** Why it failed, and at which node. */
	error?: string;
	/** What a node gave out, all its runs and outputs together. */
	output<T>(nodeName: string): T[];
}

/**
 * Runs a workflow from its manual trigger, as *Execute workflow* in the editor does, and waits for its end. It is then
 * listed under Executions.
 *
 * @throws when it has not ended after four minutes.
 */
export async function runWorkflow(n8n: N8nClient, workflow: Workflow): Promise<Execution> {
	const id = await beginWorkflow(n8n, workflow);
	const deadline = Date.now() + TIMEOUT_MS;
	for (;;) {
		const execution = await readExecution(n8n, id);
		if (execution.hasEnded) return execution;
		if (Date.now() > deadline) throw new Error(`"${workflow.name}" is still running after ${TIMEOUT_MS / 1000} s.`);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}

/** Starts a workflow from its manual trigger. @returns the ID of the execution */
export async function beginWorkflow(n8n: N8nClient, workflow: Workflow): Promise<string> {
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no manual trigger.`);
	const { executionId } = await n8n.request<{ executionId: string }>('POST', `/workflows/${workflow.id}/run`, {
		triggerToStartFrom: { name: trigger.name },
		...(n8n.isFirstMajor && { workflowData: await n8n.request<object>('GET', `/workflows/${workflow.id}`) }),
	});
	return executionId;
}

/** Reads an execution as it is at the moment. */
export async function readExecution(n8n: N8nClient, id: string): Promise<Execution> {
	const { finished, status, data } = await n8n.request<{ finished: boolean; status: string; data: string }>(
		'GET',
		`/executions/${id}`,
	);
	return { id, status, hasEnded: finished || !['new', 'running', 'waiting'].includes(status), ...read(data) };
}

function read(data: string): Pick<Execution, 'error' | 'output'> {
	// n8n writes execution data with this library, so its own copy is the one to read them with.
	const { parse } = createRequire(join(N8N_FOLDER, 'package.json'))('flatted') as {
		parse: (text: string) => ExecutionData | undefined;
	};
	// Nothing is there yet while the first node runs.
	const { runData, error } = parse(data)?.resultData ?? { runData: {} };
	return {
		...(error !== undefined && { error: `${error.node === undefined ? '' : `${error.node.name}: `}${error.message}` }),
		output: <T>(nodeName: string) =>
			(runData[nodeName] ?? [])
				.flatMap((run) => run.data?.main ?? [])
				.flatMap((items) => items ?? [])
				.map(({ json }) => json as T),
	};
}
