import type { ICredentialType, INodeType } from 'n8n-workflow';

import { runNode } from '../../test/engine/runNode';
import type { NodeRun } from '../../test/engine/runTypes';
import { ADMIN_KEY, CONVERSATION } from '../partoo';
import type { HttpRequestJob } from '../sendJob';
import { type ClassOf, nodesBase } from './nodesBase';

interface Versioned {
	nodeVersions: Record<string, INodeType>;
	description: { defaultVersion: number };
}

/**
 * n8n's HTTP Request node, in the version that the editor gives to a new one. n8n lets the node of this name use any
 * credential; the harness gives nodes names of its own, so the credential is declared.
 */
export function httpRequestNode(): INodeType {
	const { HttpRequest } = nodesBase<{ HttpRequest: new () => Versioned }>('nodes/HttpRequest/HttpRequest.node.js');
	const { nodeVersions, description } = new HttpRequest();
	const node = nodeVersions[description.defaultVersion]!;
	const credentials = [...(node.description.credentials ?? []), { name: 'httpHeaderAuth', required: true }];
	node.description = { ...node.description, credentials };
	return node;
}

/** The API key of Partoo as a user of the HTTP Request node would save it. */
export function headerAuth() {
	const { HttpHeaderAuth } = nodesBase<{ HttpHeaderAuth: ClassOf<ICredentialType> }>(
		'credentials/HttpHeaderAuth.credentials.js',
	);
	return {
		parameters: { authentication: 'genericCredentialType', genericAuthType: 'httpHeaderAuth' },
		credentials: { httpHeaderAuth: { name: 'x-APIKey', value: ADMIN_KEY } },
		credentialTypes: [new HttpHeaderAuth()],
	};
}

/** Sends Partoo messages with n8n's HTTP Request node. */
export async function sendWithHttpRequest({ baseUrl, batching, ...options }: HttpRequestJob): Promise<NodeRun> {
	const { parameters, ...auth } = headerAuth();
	return await runNode({
		...options,
		...auth,
		node: httpRequestNode(),
		parameters: {
			...parameters,
			method: 'POST',
			url: `${baseUrl}/messages`,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: `={{ { conversation_id: ${CONVERSATION}, content_type: 'Text', content: 'Message ' + $json.n } }}`,
			options: batching ? { batching: { batch: batching } } : {},
		},
	});
}

/** Reads all pages of a conversation with n8n's HTTP Request node; answers how many messages came. */
export async function listWithHttpRequest(baseUrl: string, conversation: number, perPage: number): Promise<number> {
	const { parameters, ...auth } = headerAuth();
	const { items, error } = await runNode({
		...auth,
		node: httpRequestNode(),
		parameters: {
			...parameters,
			method: 'GET',
			url: `${baseUrl}/messages?conversation_id=${conversation}&per_page=${perPage}`,
			options: {
				pagination: {
					pagination: {
						paginationMode: 'responseContainsNextURL',
						nextURL: `={{ '${baseUrl}/messages?conversation_id=${conversation}&per_page=${perPage}&cursor=' + encodeURIComponent($response.body.next_cursor) }}`,
						paginationCompleteWhen: 'other',
						completeExpression: '={{ !$response.body.next_cursor }}',
					},
				},
			},
		},
	});
	if (error) throw new Error(error.message);
	return items.reduce((sum, { json }) => sum + (json.messages as unknown[]).length, 0);
}
