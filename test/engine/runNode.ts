import { WorkflowHasIssuesError } from 'n8n-core';
import type { IRun, IRunExecutionData } from 'n8n-workflow';

import { ensureBinaryMode } from './binary';
import { NEXT_TYPE, nextNodeType, START_TYPE, startNodeType } from './helperNodes';
import { type LogEntry, withLogs } from './logs';
import { EngineNodeTypes, loadNodeType, typeName } from './nodeTypes';
import { assertKnownParameters } from './parameters';
import type { NodeRun, RunError, RunOptions } from './runTypes';
import { runWorkflow } from './runWorkflow';
import { NODE, START, workflowAround } from './workflowAround';

/** Runs one node inside a workflow of n8n's engine and waits until it has settled, cancelled or not. */
export async function runNode(options: RunOptions): Promise<NodeRun> {
	const logs: LogEntry[] = [];
	return await withLogs(logs, async () => {
		await ensureBinaryMode(options.binaryMode);
		return await run(options, logs);
	});
}

async function run(options: RunOptions, logs: LogEntry[]): Promise<NodeRun> {
	const result: NodeRun = {
		status: 'new',
		items: [],
		outputs: [],
		hints: [],
		tries: 0,
		nextNodeValues: [],
		logs,
	};
	const type = loadNodeType(options.node, () => result.tries++, options.hasCancelSignal);
	assertKnownParameters(type, options.parameters);

	const nodeTypes = new EngineNodeTypes({
		[START_TYPE]: startNodeType(options.items ?? [{ json: {} }]),
		[typeName(type)]: type,
		[NEXT_TYPE]: nextNodeType(result.nextNodeValues),
	});
	let timer: NodeJS.Timeout | undefined;
	try {
		const execution = await runWorkflow({
			...options,
			...workflowAround(type, options),
			nodeTypes,
			startNode: START,
			onNodeStart(nodeName, cancel) {
				if (nodeName !== NODE || options.cancelAfterMs === undefined) return;
				timer = setTimeout(cancel, options.cancelAfterMs);
			},
		});
		return { ...result, ...readRun(execution) };
	} catch (error) {
		// n8n's server turns this into a failed execution as well.
		if (error instanceof WorkflowHasIssuesError) return { ...result, status: 'error', error };
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

function readRun({ status, data }: IRun): Omit<NodeRun, 'tries' | 'nextNodeValues' | 'logs'> {
	const saved = status === 'success' ? undefined : savedOf(data);
	const { runData, error } = data.resultData;
	const task = runData[NODE]?.at(-1);
	const outputs = (task?.data?.main ?? []).map((items) => items ?? []);
	const shown: RunError | undefined = error ?? task?.error;
	return {
		status,
		outputs,
		items: outputs[0] ?? [],
		hints: task?.hints ?? [],
		...(shown && { error: shown }),
		...(saved && { saved }),
	};
}

/** As n8n reads it when an execution is retried: nothing of it is the same object, and the node's run is taken out. */
function savedOf({ resultData, ...data }: IRunExecutionData): IRunExecutionData {
	const { [NODE]: ofNode = [], ...runData } = resultData.runData;
	const others = ofNode.filter(({ error }) => error === undefined);
	const { lastNodeExecuted } = resultData;
	return structuredClone({ ...data, resultData: { lastNodeExecuted, runData: { ...runData, [NODE]: others } } });
}
