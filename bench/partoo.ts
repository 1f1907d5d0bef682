import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { PartooApi } from '../credentials/PartooApi.credentials';
// With its extension: without it the codex file beside it, Partoo.node.json, would be found.
import { Partoo } from '../nodes/Partoo/Partoo.node.js';
import { runNode } from '../test/engine/runNode';
import type { NodeRun } from '../test/engine/runTypes';
import { type PartooJob, TEXT } from './sendJob';

export const ADMIN_KEY = 'partoo-admin-key';
/** A conversation that the sandbox is seeded with and that takes messages. */
export const CONVERSATION = '1001';

/** A Partoo credential that points to the sandbox. */
export function partooCredential(baseUrl: string, apiKey = ADMIN_KEY): Record<string, ICredentialDataDecryptedObject> {
	return { partooApi: { apiKey, environment: 'custom', baseUrl } };
}

/** Sends with our node. */
export async function sendWithPartoo(job: PartooJob): Promise<NodeRun> {
	const { baseUrl, maxParallel, apiKey, conversation = CONVERSATION, node = new Partoo(), ...options } = job;
	return await runNode({
		...options,
		node,
		parameters: {
			resource: 'message',
			operation: 'send',
			conversationId: { __rl: true, mode: 'id', value: conversation },
			text: `=${TEXT}`,
			...(maxParallel !== undefined && { requestOptions: { maxParallelRequests: maxParallel } }),
		},
		credentials: partooCredential(baseUrl, apiKey),
		credentialTypes: [new PartooApi()],
	});
}
