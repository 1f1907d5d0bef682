import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { N8nClient } from './n8nClient';
import { EXAMPLES_FOLDER } from './paths';
import { deleteWorkflow } from './publish';
import { webhookKey } from './sandbox';

/** Remembers message IDs, and each sandbox counts them from the same number. */
const WITH_MEMORY = 'n8n-nodes-base.removeDuplicates';

/** Where the examples fetch their picture from until a user names his own: the sandbox on its usual port. */
const EXAMPLE_MEDIA = 'http://127.0.0.1:4010';

interface CredentialReference {
	id: string;
	name: string;
}

export interface Workflow {
	id: string;
	name: string;
	nodes: Array<{ name: string; type: string; credentials?: Record<string, CredentialReference> }>;
	connections: object;
	settings?: object;
}

/**
 * Creates the credential that points to the sandbox, or lets it point to where the sandbox is this time.
 *
 * @returns its ID and name, as nodes refer to it.
 */
export async function seedCredential(n8n: N8nClient, sandboxUrl: string): Promise<CredentialReference> {
	const credential = {
		name: 'Partoo (demo sandbox)',
		type: 'partooApi',
		data: {
			apiKey: 'partoo-admin-key',
			environment: 'custom',
			baseUrl: `${sandboxUrl}/partoo/v2`,
			webhookPublicKey: await webhookKey(sandboxUrl),
			organizationId: '',
		},
	};
	const existing = await n8n.request<Array<CredentialReference & { type: string }>>('GET', '/credentials');
	const known = existing.find(({ name, type }) => name === credential.name && type === credential.type);
	const { id } =
		known === undefined
			? await n8n.request<CredentialReference>('POST', '/credentials', credential)
			: await n8n.request<CredentialReference>('PATCH', `/credentials/${known.id}`, credential);
	return { id, name: credential.name };
}

/**
 * Loads every workflow of `examples/`, with the given credential in its nodes and pictures taken from the running
 * sandbox. The files carry stable IDs: a second run brings the same workflows up to date, and makes those anew that
 * remember messages of an earlier sandbox.
 */
export async function seedWorkflows(
	n8n: N8nClient,
	credential: CredentialReference,
	sandboxUrl: string,
): Promise<Workflow[]> {
	const files = (await readdir(EXAMPLES_FOLDER)).filter((name) => name.endsWith('.json')).sort();
	const present = await n8n.request<Workflow[]>('GET', '/workflows');
	const workflows: Workflow[] = [];
	for (const file of files) {
		const text = await readFile(join(EXAMPLES_FOLDER, file), 'utf8');
		const workflow = JSON.parse(text.replaceAll(EXAMPLE_MEDIA, sandboxUrl)) as Workflow;
		for (const node of workflow.nodes) {
			if (node.credentials?.partooApi !== undefined) node.credentials.partooApi = credential;
		}
		const known = present.some(({ id }) => id === workflow.id);
		const hasMemory = workflow.nodes.some(({ type }) => type === WITH_MEMORY);
		if (known && hasMemory) await deleteWorkflow(n8n, workflow.id);
		if (known && !hasMemory) await n8n.request('PATCH', `/workflows/${workflow.id}?forceSave=true`, workflow);
		else await n8n.request('POST', '/workflows', workflow);
		workflows.push(workflow);
	}
	return workflows;
}
