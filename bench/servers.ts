import type { NodeRun } from '../test/engine/runTypes';
import { type Sandbox, startSandboxProcess } from '../test/sandboxClient/sandbox';
import type { ProviderStats } from '../test/sandboxClient/sandboxTypes';
import type { CommonSettings } from '../sandbox/shared/provider';

/** A server in a process of its own, and which API it stands in for. */
export interface Server {
	sandbox: Sandbox;
	provider: 'partoo' | 'graph';
	/** Where the API stands. */
	baseUrl: string;
}

export interface Servers {
	partoo: Server;
	/** What n8n's WhatsApp node sends to. */
	graph: Server;
}

/** What one piece of work took, and what the server counted meanwhile. */
export interface Measured<Result = NodeRun> {
	seconds: number;
	/** Until the first request reached the server: so long n8n evaluates the parameters of all items. */
	preparing: number;
	stats: ProviderStats;
	/** Messages that reached the server, each counted once. */
	delivered: number;
	run: Result;
}

/** Does the work while a sandbox for Partoo and one for the Graph API run. */
export async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
	const started = await Promise.allSettled([startSandboxProcess(), startSandboxProcess('bench/graph/main.ts')]);
	try {
		const [partoo, graph] = started.map((result) => {
			if (result.status === 'rejected') throw result.reason;
			return result.value;
		}) as [Sandbox, Sandbox];
		return await work({
			partoo: { sandbox: partoo, provider: 'partoo', baseUrl: partoo.partooUrl },
			graph: { sandbox: graph, provider: 'graph', baseUrl: `${graph.url}/graph` },
		});
	} finally {
		await Promise.all(started.map(async (result) => result.status === 'fulfilled' && (await result.value.stop())));
	}
}

/** Puts the server back to its beginning, sets it, and does the work. */
export async function measure<Result>(
	{ sandbox, provider }: Server,
	settings: Partial<CommonSettings>,
	work: () => Promise<Result>,
): Promise<Measured<Result>> {
	await sandbox.reset();
	await sandbox.settings(settings, provider);
	const began = performance.now();
	const run = await work();
	const seconds = (performance.now() - began) / 1000;
	const stats = await sandbox.stats(provider);
	const [first] = await sandbox.requests();
	const preparing = first ? (first.startedAt - performance.timeOrigin - began) / 1000 : seconds;
	return { seconds, preparing, stats, delivered: stats.accepted - stats.duplicates, run };
}
