import { type Credentials, seedCredentials, seedWorkflows, type Workflow } from '../../../demo/seed';
import type { Stage } from './stage';

/** Imports all examples as the demo does, with credentials that lead to the sandbox, and with these beside them. */
export async function seedExamples({ n8n, sandbox }: Stage, others: Credentials = {}): Promise<Workflow[]> {
	return await seedWorkflows(n8n, { ...(await seedCredentials(n8n, sandbox.url)), ...others }, sandbox.url);
}

/** An imported example with other parameters in one of its nodes, as a user fills them in. */
export async function withNode(
	{ n8n }: Stage,
	example: Workflow,
	name: string,
	parameters: Record<string, unknown>,
): Promise<Workflow> {
	if (!example.nodes.some((node) => node.name === name)) throw new Error(`"${example.name}" has no node "${name}".`);
	const nodes = example.nodes.map((node) => (node.name === name ? { ...node, parameters } : node));
	await n8n.request('PATCH', `/workflows/${example.id}?forceSave=true`, { ...example, nodes });
	return { ...example, nodes };
}

/** The parameters of a *Set* node that gives these fields, and others where it is told to. */
export function fieldsOfSet(fields: Record<string, string | number>, options: object = {}) {
	const assignments = Object.entries(fields).map(([name, value], index) => ({
		id: `a${index}`,
		name,
		value,
		type: typeof value,
	}));
	return { assignments: { assignments }, options: {}, ...options };
}
