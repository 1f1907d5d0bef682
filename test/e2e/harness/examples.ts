import { type Credentials, seedCredentials, seedWorkflows, type Workflow } from '../../../demo/seed';
import type { Stage } from './stage';

/** Imports all examples as the demo does, with credentials that lead to the sandbox, and with these beside them. */
export async function seedExamples({ n8n, sandbox }: Stage, others: Credentials = {}): Promise<Workflow[]> {
	return await seedWorkflows(n8n, { ...(await seedCredentials(n8n, sandbox.url)), ...others }, sandbox.url);
}
