import type {
	ExecutionStatus,
	ICredentialType,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRunExecutionData,
	NodeExecutionHint,
	OnError,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import type { BinaryMode } from './binary';
import type { CredentialData } from './credentialsHelper';
import type { LogEntry } from './logs';

export interface RunOptions {
	node: INodeType;
	/** As the editor saves them; what is missing gets its default. */
	parameters: INodeParameters;
	/** Input of the node (default: one empty item). */
	items?: INodeExecutionData[];
	credentials?: CredentialData;
	credentialTypes?: ICredentialType[];
	onError?: OnError;
	retryOnFail?: boolean;
	/** n8n takes 2 to 5. */
	maxTries?: number;
	/** Milliseconds; n8n reads 0 as 1000, so the harness's default is 1. */
	waitBetweenTries?: number;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	/** Presses *Stop* so many milliseconds after the node began. */
	cancelAfterMs?: number;
	/** Presses *Stop* when it aborts. */
	signal?: AbortSignal;
	/**
	 * Below 1.109 n8n gave a declarative node with methods no `execute`: its core runs such a node without a cancel signal.
	 */
	hasCancelSignal?: boolean;
	binaryMode?: BinaryMode;
	/** Where items keep their files: apart from their JSON, or in it, as newer workflows may. */
	files?: 'separate' | 'combined';
	/** The workflow's own; n8n's is UTC. */
	timezone?: string;
	/** `manual` is the editor's *Execute*, `trigger` (default) an active workflow. */
	mode?: WorkflowExecuteMode;
	/** What an earlier run has {@link NodeRun.saved}: this one is *Retry* in the list of executions. */
	retried?: IRunExecutionData;
	/** Evaluated by a following node for each item of the first output, e.g. `={{ $('Start').item.json.id }}` to prove item links. */
	nextNodeExpression?: string;
}

/** What a user would find in the execution afterwards. */
export interface NodeRun {
	status: ExecutionStatus;
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** All outputs; the last one is the error output where `onError` asks for it. */
	outputs: INodeExecutionData[][];
	/** The error as n8n keeps it: a plain object, so compare `name`, not the class. */
	error?: RunError;
	hints: NodeExecutionHint[];
	/** How often the engine called the node (declarative nodes only). */
	tries: number;
	nextNodeValues: unknown[];
	/** What n8n's database has of an execution that did not succeed, without the error of the node. */
	saved?: IRunExecutionData;
	logs: LogEntry[];
}

export interface RunError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	messages?: string[];
	context?: { itemIndex?: number; [key: string]: unknown };
	stack?: string;
}
