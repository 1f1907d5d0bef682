import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	type ExecutionStatus,
	type IConnections,
	type ICredentialType,
	type INode,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	Workflow,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { createAdditionalData } from './additionalData';
import { type CredentialData, EngineCredentialsHelper } from './credentialsHelper';

export interface WorkflowRunOptions {
	nodes: INode[];
	connections: IConnections;
	nodeTypes: INodeTypes;
	/** Name of the node to begin with. */
	startNode: string;
	credentials?: CredentialData;
	credentialTypes?: ICredentialType[];
	mode?: WorkflowExecuteMode;
	/** What n8n saved of an execution that is to be retried. */
	retried?: IRunExecutionData;
	/** Where items keep their files: apart from their JSON, or in it, as newer workflows may. */
	files?: 'separate' | 'combined';
	/** The workflow's own; n8n's is UTC. */
	timezone?: string;
	/** Aborting it is *Stop* in the editor. */
	signal?: AbortSignal;
	/** Called each time a node begins, with the means to stop the execution. */
	onNodeStart?: (nodeName: string, cancel: () => void) => void;
}

const WORKFLOW_ID = 'workflow';
let executions = 0;

/**
 * Runs a workflow in n8n's engine until the last node has settled, cancelled or not.
 * Throws `WorkflowHasIssuesError` as n8n does where a required parameter is missing.
 */
export async function runWorkflow(options: WorkflowRunOptions): Promise<IRun> {
	const { nodes, connections, nodeTypes, retried, files = 'separate', timezone, signal, onNodeStart } = options;
	const mode = retried ? 'retry' : (options.mode ?? 'trigger');
	const executionId = String(++executions);
	const workflow = new Workflow({
		id: WORKFLOW_ID,
		name: 'Workflow under test',
		nodes,
		connections,
		nodeTypes,
		active: false,
		settings: { executionOrder: 'v1', binaryMode: files, ...(timezone && { timezone }) },
	});
	const additionalData = createAdditionalData({
		executionId,
		credentialsHelper: new EngineCredentialsHelper(options.credentialTypes ?? [], options.credentials ?? {}),
	});
	const hooks = new ExecutionLifecycleHooks(mode, executionId, {
		id: WORKFLOW_ID,
		name: 'Workflow under test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes,
		connections,
	});
	additionalData.hooks = hooks;

	const startNode = workflow.getNode(options.startNode) ?? undefined;
	const execution = retried
		? new WorkflowExecute(additionalData, mode, retried).processRunExecutionData(workflow)
		: new WorkflowExecute(additionalData, mode).run({ workflow, startNode });
	const cancel = () => execution.cancel();
	hooks.addHandler('nodeExecuteBefore', (nodeName) => onNodeStart?.(nodeName, cancel));
	// n8n saves what this hook is given first. For a stopped execution that is before the node has settled, so what
	// the node throws afterwards does not turn `canceled` into `error`.
	let savedStatus: ExecutionStatus | undefined;
	hooks.addHandler('workflowExecuteAfter', ({ status }) => {
		savedStatus ??= status;
	});
	signal?.addEventListener('abort', cancel, { once: true });
	if (signal?.aborted) cancel();
	try {
		const run = await execution;
		return { ...run, status: savedStatus ?? run.status };
	} finally {
		signal?.removeEventListener('abort', cancel);
	}
}
