import { randomUUID } from 'node:crypto';

import type { IDataObject, INode } from 'n8n-workflow';

import type { N8nClient } from '../../../demo/n8nClient';
import { deleteWorkflow, publish, unpublish } from '../../../demo/publish';
import { type Execution, readExecution } from '../../../demo/runWorkflow';
import { inGroups } from './inGroups';

export type NewNode = Partial<INode> & Pick<INode, 'name' | 'type' | 'parameters'>;

/** A run in n8n's list of executions. */
export interface Listed {
	id: string;
	status: string;
	mode: string;
}

interface ExecutionsPage {
	results: Listed[];
	nextCursor?: string | null;
}

const READ_AT_ONCE = 10;
const PAGE = 100;

/** What a person does with workflows in the editor, over the API that the editor uses. */
export class Workflows {
	private readonly created = new Set<string>();

	constructor(private readonly n8n: N8nClient) {}

	/** Saves a new workflow; its nodes are connected one after the other. */
	async create(name: string, nodes: NewNode[]): Promise<string> {
		const { id } = await this.n8n.request<{ id: string }>('POST', '/workflows', {
			name,
			active: false,
			...chain(nodes),
			settings: { executionOrder: 'v1' },
		});
		this.created.add(id);
		return id;
	}

	/** Saves other nodes; an active workflow goes on with its old ones until it is activated again, but in n8n 1.x. */
	async edit(id: string, nodes: NewNode[]): Promise<void> {
		await this.n8n.request('PATCH', `/workflows/${id}?forceSave=true`, chain(nodes));
	}

	/** Publishes what was saved last. Throws what the trigger says when it cannot start. */
	async activate(id: string): Promise<void> {
		await publish(this.n8n, id);
	}

	async deactivate(id: string): Promise<void> {
		await unpublish(this.n8n, id);
	}

	async delete(id: string): Promise<void> {
		await deleteWorkflow(this.n8n, id);
		this.created.delete(id);
	}

	/** Deletes all that {@link create} made. */
	async clear(): Promise<void> {
		for (const id of [...this.created]) await this.delete(id);
	}

	/**
	 * All runs of a workflow, those that have not ended included. A sub-workflow that stands in a node of it runs under its
	 * name (`integrated`) and is left out.
	 */
	async runs(id: string): Promise<Listed[]> {
		// n8n's list names a run twice that ends while it is put together.
		const runs = new Map<string, Listed>();
		let next: Record<string, string> | undefined = {};
		while (next) {
			const query = new URLSearchParams({ filter: JSON.stringify({ workflowId: id }), limit: String(PAGE), ...next });
			const page: ExecutionsPage = await this.n8n.request('GET', `/executions?${query.toString()}`);
			for (const run of page.results) if (run.mode !== 'integrated') runs.set(run.id, run);
			next = this.afterPage(page);
		}
		return [...runs.values()];
	}

	/** What asks for the page after this one; n8n 1.x knows no cursor. */
	private afterPage({ results, nextCursor }: ExecutionsPage): Record<string, string> | undefined {
		if (nextCursor) return { cursor: nextCursor };
		if (!this.n8n.isFirstMajor || results.length < PAGE) return undefined;
		return { lastId: String(Math.min(...results.map(({ id }) => Number(id)))) };
	}

	/** What a node put out in each of these runs. */
	async outputs<T = IDataObject>(runs: Listed[], node: string): Promise<T[]> {
		const executions = await inGroups(runs, READ_AT_ONCE, async ({ id }) => await this.execution(id));
		return executions.flatMap((execution) => execution.output<T>(node));
	}

	async execution(id: string): Promise<Execution> {
		return await readExecution(this.n8n, id);
	}
}

function chain(nodes: NewNode[]) {
	const all = nodes.map((node, index) => ({ id: randomUUID(), typeVersion: 1, position: [index * 220, 0], ...node }));
	const pairs = all
		.slice(1)
		.map(({ name }, index) => [all[index]?.name, { main: [[{ node: name, type: 'main', index: 0 }]] }] as const);
	return { nodes: all, connections: Object.fromEntries(pairs) };
}
