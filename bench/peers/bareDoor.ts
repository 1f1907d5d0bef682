import type {
	DeclarativeRestApiSettings,
	IDataObject,
	IExecutePaginationFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';

import { PartooApi } from '../../credentials/PartooApi.credentials';
// With its extension: without it the codex file beside it, Partoo.node.json, would be found.
import { Partoo } from '../../nodes/Partoo/Partoo.node.js';
import { runNode } from '../../test/engine/runNode';
import type { NodeRun } from '../../test/engine/runTypes';
import { CONVERSATION, partooCredential } from '../partoo';
import { type PartooJob, TEXT } from '../sendJob';

type Door = (
	this: IExecutePaginationFunctions,
	requestData: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

/**
 * Partoo's description with a door that promises nothing: plain requests through n8n's helper. What it costs is n8n's
 * share of what our node costs.
 */
function withDoor(pagination: Door): INodeType {
	const node = new Partoo();
	node.description = { ...node.description, requestOperations: { pagination } };
	return node;
}

async function request(context: IExecutePaginationFunctions, options: IHttpRequestOptions): Promise<unknown> {
	return await context.helpers.httpRequestWithAuthentication.call(context, 'partooApi', { ...options, json: true });
}

/** Sends one request for each item, so many of them at once. */
export async function sendThroughBareDoor({
	baseUrl,
	maxParallel = 50,
	conversation = CONVERSATION,
	items,
}: PartooJob): Promise<NodeRun> {
	let free = maxParallel;
	const waiting: Array<() => void> = [];
	const run = await runNode({
		items,
		node: withDoor(async function ({ options }) {
			if (free > 0) free--;
			else await new Promise<void>((resolve) => waiting.push(resolve));
			const body = {
				conversation_id: Number(this.getNodeParameter('conversationId', undefined, { extractValue: true })),
				content_type: 'Text',
				content: this.getNodeParameter('text'),
			};
			try {
				const json = (await request(this, {
					...(options as IHttpRequestOptions),
					baseURL: baseUrl,
					body,
				})) as IDataObject;
				return [{ json, pairedItem: { item: this.getItemIndex() } }];
			} finally {
				const next = waiting.shift();
				if (next) next();
				else free++;
			}
		}),
		parameters: {
			resource: 'message',
			operation: 'send',
			conversationId: { __rl: true, mode: 'id', value: conversation },
			text: `=${TEXT}`,
		},
		credentials: partooCredential(baseUrl),
		credentialTypes: [new PartooApi()],
	});
	if (run.error) throw new Error(run.error.message);
	return run;
}

/** Reads a conversation page by page; answers how many messages came. */
export async function listThroughBareDoor(baseUrl: string, conversation: number, perPage: number): Promise<number> {
	const { items, error } = await runNode({
		node: withDoor(async function ({ options }) {
			const found: INodeExecutionData[] = [];
			for (let cursor: string | null | undefined; cursor !== null;) {
				const qs = { conversation_id: conversation, per_page: perPage, ...(cursor && { cursor }) };
				const page = (await request(this, { ...(options as IHttpRequestOptions), baseURL: baseUrl, qs })) as {
					messages: IDataObject[];
					next_cursor: string | null;
				};
				found.push(...page.messages.map((json) => ({ json, pairedItem: { item: 0 } })));
				cursor = page.next_cursor;
			}
			return found;
		}),
		parameters: {
			resource: 'message',
			operation: 'getAll',
			conversationId: { __rl: true, mode: 'id', value: String(conversation) },
			returnAll: true,
			simplify: false,
		},
		credentials: partooCredential(baseUrl),
		credentialTypes: [new PartooApi()],
	});
	if (error) throw new Error(error.message);
	return items.length;
}
