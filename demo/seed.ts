import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { N8nClient } from './n8nClient';
import { EXAMPLES_FOLDER } from './paths';
import { deleteWorkflow } from './publish';
import { webhookKey } from './sandbox';

/** Remembers message IDs, and each sandbox counts them from the same number. */
const WITH_MEMORY = 'n8n-nodes-base.removeDuplicates';

/** What the examples fetch from the internet until a user names files of their own; the demo has these in the sandbox. */
const EXAMPLE_MEDIA = {
	'https://www.w3.org/WAI/ER/tests/xhtml/testfiles/resources/pdf/dummy.pdf': '/media/receipt.pdf',
	'https://raw.githubusercontent.com/n8n-io/n8n/master/assets/n8n-screenshot-readme.png': '/media/receipt.png',
};

interface CredentialReference {
	id: string;
	name: string;
}

export interface Workflow {
	id: string;
	/** Its ID in `examples/`, in the place of which n8n 1.x gives one of its own. */
	fileId: string;
	name: string;
	nodes: Array<{ name: string; type: string; credentials?: Record<string, CredentialReference> }>;
	connections: object;
	settings?: object;
}

/** The credentials that point to the sandbox, by their type. */
export type Credentials = Record<string, CredentialReference>;

/** Creates a credential for each provider that points to the sandbox, or lets it point to where the sandbox is this time. */
export async function seedCredentials(n8n: N8nClient, sandboxUrl: string): Promise<Credentials> {
	const environment = 'custom';
	const partoo = {
		apiKey: 'partoo-admin-key',
		environment,
		baseUrl: `${sandboxUrl}/partoo/v2`,
		webhookPublicKey: await webhookKey(sandboxUrl),
		organizationId: '',
	};
	const dialog360 = { apiKey: 'dialog360-key', environment, baseUrl: `${sandboxUrl}/dialog360` };
	const callbell = { apiKey: 'callbell-key', environment, baseUrl: `${sandboxUrl}/callbell/v1`, webhookSecret: '' };
	return {
		partooApi: await seedCredential(n8n, { name: 'Partoo (demo sandbox)', type: 'partooApi', data: partoo }),
		dialog360Api: await seedCredential(n8n, {
			name: '360dialog (demo sandbox)',
			type: 'dialog360Api',
			data: dialog360,
		}),
		callbellApi: await seedCredential(n8n, { name: 'Callbell (demo sandbox)', type: 'callbellApi', data: callbell }),
	};
}

/** Creates a credential, or brings the one of its name and type up to date. @returns its ID and name, as nodes refer to it. */
export async function seedCredential(
	n8n: N8nClient,
	credential: { name: string; type: string; data: object },
): Promise<CredentialReference> {
	const existing = await n8n.request<Array<CredentialReference & { type: string }>>('GET', '/credentials');
	const known = existing.find(({ name, type }) => name === credential.name && type === credential.type);
	const { id } =
		known === undefined
			? await n8n.request<CredentialReference>('POST', '/credentials', credential)
			: await n8n.request<CredentialReference>('PATCH', `/credentials/${known.id}`, credential);
	return { id, name: credential.name };
}

/**
 * Loads every workflow of `examples/`, with the given credentials in its nodes and files taken from the running
 * sandbox. The files carry stable IDs: a second run brings the same workflows up to date, and makes those anew that
 * remember messages of an earlier sandbox.
 */
export async function seedWorkflows(n8n: N8nClient, credentials: Credentials, sandboxUrl: string): Promise<Workflow[]> {
	const files = (await readdir(EXAMPLES_FOLDER)).filter((name) => name.endsWith('.json')).sort();
	const present = await n8n.request<Workflow[]>('GET', '/workflows');
	const workflows: Workflow[] = [];
	for (const file of files) {
		const workflow = JSON.parse(await textOf(file, sandboxUrl)) as Workflow;
		for (const node of workflow.nodes) {
			for (const type of Object.keys(node.credentials ?? {}))
				node.credentials![type] = credentials[type] ?? node.credentials![type]!;
		}
		const known = present.some(({ id }) => id === workflow.id);
		const hasMemory = workflow.nodes.some(({ type }) => type === WITH_MEMORY);
		if (known && hasMemory) await deleteWorkflow(n8n, workflow.id);
		const { id } =
			known && !hasMemory
				? await n8n.request<Workflow>('PATCH', `/workflows/${workflow.id}?forceSave=true`, workflow)
				: await n8n.request<Workflow>('POST', '/workflows', { active: false, ...workflow });
		workflows.push({ ...workflow, id, fileId: workflow.id });
	}
	return workflows;
}

/** An example with its files taken from the running sandbox. */
async function textOf(file: string, sandboxUrl: string): Promise<string> {
	const text = await readFile(join(EXAMPLES_FOLDER, file), 'utf8');
	return Object.entries(EXAMPLE_MEDIA).reduce((so, [url, path]) => so.replaceAll(url, sandboxUrl + path), text);
}

/** The one of the seeded workflows that has an ID in its file. */
export function exampleOf(workflows: Workflow[], wanted: string): Workflow {
	const found = workflows.find(({ fileId }) => fileId === wanted);
	if (found === undefined) throw new Error(`No workflow of examples/ has the ID ${wanted}.`);
	return found;
}
