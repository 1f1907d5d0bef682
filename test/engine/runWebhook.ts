import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

import { HookContext, WebhookContext } from 'n8n-core';
import {
	deepCopy,
	type ICredentialType,
	type IDataObject,
	type INode,
	type INodeCredentials,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IWebhookData,
	type IWebhookResponseData,
	Workflow,
	type WorkflowActivateMode,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { createAdditionalData } from './additionalData';
import { type CredentialData, EngineCredentialsHelper, nodeCredentials } from './credentialsHelper';
import { type LogEntry, withLogs } from './logs';
import { EngineNodeTypes, latestVersion, loadNodeType, typeName } from './nodeTypes';
import { assertKnownParameters } from './parameters';
import { type WebhookRequest, type WebhookResponse, WebhookServer } from './webhookServer';

export interface TriggerOptions {
	node: INodeType;
	parameters?: INodeParameters;
	credentials?: CredentialData;
	credentialTypes?: ICredentialType[];
	/** Listens for a test event, as the editor does; default: an active workflow. */
	isTest?: boolean;
	/** Where n8n believes its webhooks to be (default: where they are). */
	webhookOrigin?: string;
	/** Where n8n believes its editor to be, and takes test events (default: where its webhooks are). */
	editorOrigin?: string;
	workflowId?: string;
	webhookId?: string;
	/** Of the node (default: the newest). */
	typeVersion?: number;
}

/** What a caller of the URL gets. */
export interface WebhookAnswer {
	status: number;
	body: IDataObject;
}

/**
 * A trigger node in a workflow of its own that is activated, called over HTTP, and deactivated. Static data is kept
 * between those as n8n keeps it: as JSON.
 */
export class TriggerBench {
	/** JSON of the items of all runs that calls started, in their order. */
	readonly runs: IDataObject[] = [];
	/** What each run began with: its items by output, with their files. */
	readonly outputs: INodeExecutionData[][][] = [];
	readonly logs: LogEntry[] = [];
	/** What n8n does before it asks the node, e.g. read the workflow from its database. */
	prepare: () => Promise<void> = async () => undefined;
	/** What n8n does before it answers a call that starts a run: it saves the execution. Throws when it cannot. */
	save: () => Promise<void> = async () => undefined;
	readonly workflowId: string;
	readonly webhookId: string;
	private readonly credentialId = randomUUID();
	staticData: IDataObject = {};
	server!: WebhookServer;

	private constructor(readonly options: TriggerOptions) {
		this.workflowId = options.workflowId ?? randomUUID();
		this.webhookId = options.webhookId ?? randomUUID();
	}

	static async start(options: TriggerOptions): Promise<TriggerBench> {
		const bench = new TriggerBench(options);
		bench.server = await WebhookServer.start(async (incoming, response) => await bench.onCall(incoming, response));
		return bench;
	}

	/** The URL that the node registers, without what it adds to it. */
	get url(): string {
		const { isTest, webhookOrigin = this.server.origin, editorOrigin = webhookOrigin } = this.options;
		return `${isTest ? `${editorOrigin}/webhook-test` : `${webhookOrigin}/webhook`}/${this.webhookId}/webhook`;
	}

	/** What n8n does when a workflow is activated, at its own start (`init`), or when somebody listens for a test event. */
	async activate(activation: WorkflowActivateMode = this.options.isTest ? 'manual' : 'activate'): Promise<void> {
		if (!(await this.runHook('checkExists', activation))) await this.runHook('create', activation);
	}

	async deactivate(): Promise<void> {
		await this.runHook('delete', 'update');
	}

	/** Calls the URL at this server, whatever n8n believes it to be. A header with several values comes several times. */
	async call(body: string | Uint8Array, headers: OutgoingHttpHeaders = {}, query = ''): Promise<WebhookAnswer> {
		const { pathname } = new URL(this.url);
		const outgoing = request(`${this.server.origin}${pathname}${query}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			signal: AbortSignal.timeout(5_000),
		}).end(body);
		const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
		return { status: incoming.statusCode ?? 0, body: JSON.parse(await text(incoming)) as IDataObject };
	}

	async stop(): Promise<void> {
		await this.server.stop();
	}

	private async runHook(
		method: 'checkExists' | 'create' | 'delete',
		activation: WorkflowActivateMode,
	): Promise<boolean | undefined> {
		const { workflow, node, type, webhookData } = this.build();
		const mode: WorkflowExecuteMode = method === 'delete' ? 'internal' : this.options.isTest ? 'manual' : 'trigger';
		return await withLogs(this.logs, async () => {
			const context = new HookContext(
				workflow,
				node,
				webhookData.workflowExecuteAdditionalData,
				mode,
				activation,
				webhookData,
			);
			const answer = await type.webhookMethods?.default?.[method]?.call(context);
			// What a method that throws wrote is not saved.
			this.staticData = deepCopy(workflow.staticData);
			return answer;
		});
	}

	private async onCall(httpRequest: WebhookRequest, httpResponse: WebhookResponse): Promise<IWebhookResponseData> {
		const { workflow, node, type, webhookData } = this.build();
		const described = type.description.webhooks?.find(({ httpMethod }) => httpMethod === httpRequest.method);
		if (!described) {
			httpResponse.status(404).json({ message: `This webhook is not registered for ${httpRequest.method} requests` });
			return { noWebhookResponse: true };
		}
		webhookData.webhookDescription = described;
		const additionalData = Object.assign(webhookData.workflowExecuteAdditionalData, {
			httpRequest,
			httpResponse,
		});
		const mode = this.options.isTest ? 'manual' : 'webhook';
		await this.prepare();
		return await withLogs(this.logs, async () => {
			const context = new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
			const result = (await type.webhook?.call(context)) ?? {};
			if (result.workflowData) await this.save();
			if (this.server.canSave && result.workflowData) {
				this.outputs.push(result.workflowData);
				this.runs.push(...result.workflowData.flat().map(({ json }) => json));
				// What n8n answers for a description that says nothing, or 'noData', whatever the node wants to say.
				const { responseData = 'firstEntryJson' } = described;
				if (responseData) return { ...result, webhookResponse: responseData === 'noData' ? undefined : responseData };
			}
			return result;
		});
	}

	/** Each bench has credentials of its own, with IDs of their own. */
	private credentialsOf(data: CredentialData): INodeCredentials {
		const entries = Object.entries(nodeCredentials(data));
		return Object.fromEntries(
			entries.map(([type, details]) => [type, { ...details, id: `${type}-${this.credentialId}` }]),
		);
	}

	private build() {
		const {
			credentials = {},
			credentialTypes = [],
			isTest,
			parameters = {},
			typeVersion,
			webhookOrigin = this.server.origin,
			editorOrigin = webhookOrigin,
		} = this.options;
		const type = loadNodeType(this.options.node);
		assertKnownParameters(type, parameters);
		const node: INode = {
			id: 'trigger',
			name: type.description.displayName,
			type: typeName(type),
			typeVersion: typeVersion ?? latestVersion(type),
			position: [0, 0],
			parameters: deepCopy(parameters),
			credentials: this.credentialsOf(credentials),
			webhookId: this.webhookId,
		};
		const workflow = new Workflow({
			id: this.workflowId,
			name: 'Trigger',
			nodes: [node],
			connections: {},
			active: !isTest,
			nodeTypes: new EngineNodeTypes({ [node.type]: type }),
			staticData: deepCopy(this.staticData),
		});
		const webhookData: IWebhookData = {
			httpMethod: 'POST',
			node: node.name,
			path: `${this.webhookId}/webhook`,
			webhookDescription: type.description.webhooks![0]!,
			workflowId: this.workflowId,
			workflowExecuteAdditionalData: {
				...createAdditionalData({ credentialsHelper: new EngineCredentialsHelper(credentialTypes, credentials) }),
				webhookBaseUrl: `${webhookOrigin}/webhook`,
				webhookTestBaseUrl: `${editorOrigin}/webhook-test`,
				instanceBaseUrl: `${editorOrigin}/`,
			},
			isTest,
		};
		return { workflow, node: workflow.getNode(node.name)!, type, webhookData };
	}
}
