import type { N8nClient } from './n8nClient';

const POLL_MS = 200;
const TIMEOUT_MS = 60_000;

interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ errorMessage: string | null }>;
}

/**
 * Publishes what was saved last of a workflow, as *Publish* in the editor does, and waits until n8n has done it: its
 * triggers are registered then.
 *
 * @param version another one than what was saved last
 * @throws with what the triggers said when one of them could not be started.
 */
export async function publish(n8n: N8nClient, workflowId: string, version?: string): Promise<void> {
	const versionId = version ?? (await n8n.request<{ versionId: string }>('GET', `/workflows/${workflowId}`)).versionId;
	await n8n.request('POST', `/workflows/${workflowId}/activate`, { versionId });
	const { status, triggers } = await settled(n8n, workflowId);
	if (status === 'published') return;
	throw new Error(
		triggers
			.map(({ errorMessage }) => errorMessage ?? '')
			.join(' ')
			.trim() || `n8n says: ${status}`,
	);
}

/**
 * Publishes anew what is published, as it is: the sandbox of this start knows none of the webhooks that were registered
 * with that of an earlier one, and n8n 2.41 asks no trigger when it starts.
 */
export async function publishAgain(n8n: N8nClient): Promise<void> {
	const workflows = await n8n.request<Array<{ id: string; name: string; active: boolean; activeVersionId?: string }>>(
		'GET',
		'/workflows',
	);
	for (const { id, name, activeVersionId } of workflows.filter(({ active }) => active)) {
		await unpublish(n8n, id);
		await publish(n8n, id, activeVersionId).catch((error: unknown) =>
			console.log(`  "${name}" is not published any more: ${String(error)}`),
		);
	}
}

/** Takes a workflow out of service, and waits until its triggers have stopped. */
export async function unpublish(n8n: N8nClient, workflowId: string): Promise<void> {
	await n8n.request('POST', `/workflows/${workflowId}/deactivate`, {});
	await settled(n8n, workflowId);
}

/** Deletes a workflow with all that it remembers; its triggers are taken out of service first. */
export async function deleteWorkflow(n8n: N8nClient, workflowId: string): Promise<void> {
	// n8n deletes only what was archived before.
	await n8n.request('POST', `/workflows/${workflowId}/archive`, {});
	await settled(n8n, workflowId);
	await n8n.request('DELETE', `/workflows/${workflowId}`);
}

/** n8n answers before it has started or stopped the triggers: this waits until it is through with them. */
async function settled(n8n: N8nClient, workflowId: string): Promise<PublicationStatus> {
	if (n8n.isFirstMajor) return { status: 'published', triggers: [] };
	const deadline = Date.now() + TIMEOUT_MS;
	for (;;) {
		const publication = await n8n.request<PublicationStatus>('GET', `/workflows/${workflowId}/publication-status`);
		if (publication.status !== 'in_progress') return publication;
		if (Date.now() > deadline)
			throw new Error(`n8n is still busy with workflow ${workflowId} after ${TIMEOUT_MS / 1000} s.`);
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
}
