import { forkEngine, nextMessage } from '../engineProcess';
import { atMost, type Bench, deliveredOnce, type Figure } from '../figures';
import type { WorkerJob, WorkerResult } from '../senderProcess';
import { measure, type Measured, type Server, withServers } from '../servers';
import { refusedShare } from '../throttled';
import { BUCKET, MAX_PARALLEL } from './bucket';

const MESSAGES = 1000;
const WORKERS = 3;
const IDEAL = (MESSAGES - 80) / 80;
/** What one who knows the limit gives to each of three workers. */
const BATCHING = { batchSize: 26, batchInterval: 1000 };

interface Shared extends Omit<Measured, 'run'> {
	slowest: number;
	fastest: number;
}

/** Three processes that share an account and know nothing of each other, as in n8n's queue mode. */
export const bench: Bench = async () =>
	await withServers(async ({ partoo, graph }) => {
		const ours = await share(partoo, { node: 'partoo' });
		const peers: Record<string, Shared> = {
			'HTTP Request': await share(partoo, { node: 'httpRequest' }),
			'HTTP Request, batched': await share(partoo, { node: 'httpRequest', batching: BATCHING }),
			'WhatsApp Business Cloud': await share(graph, { node: 'whatsApp' }),
		};
		return figures(ours, (read) => Object.fromEntries(Object.entries(peers).map(([name, its]) => [name, read(its)])));
	});

function figures(ours: Shared, each: (read: (shared: Shared) => number) => Record<string, number>): Figure[] {
	const unevenness = ({ slowest, fastest }: Shared) => slowest / fastest;
	return [
		deliveredOnce(
			'workers.delivered',
			MESSAGES,
			ours.delivered,
			ours.stats.duplicates,
			each(({ delivered }) => delivered),
		),
		atMost(1.3 * IDEAL, {
			name: 'workers.time',
			value: ours.slowest,
			unit: 's',
			ratio: ours.slowest / IDEAL,
			peers: each(({ slowest }) => slowest),
			note: `ratio to the ideal of ${IDEAL} s; batched: ${BATCHING.batchSize} items per second and worker`,
		}),
		atMost(10, { name: 'workers.refused', value: refusedShare(ours), unit: '%', peers: each(refusedShare) }),
		atMost(1.5, {
			name: 'workers.fairness',
			value: unevenness(ours),
			unit: '×',
			peers: each(unevenness),
			note: `slowest worker ${ours.slowest.toFixed(1)} s, fastest ${ours.fastest.toFixed(1)} s`,
		}),
	];
}

async function share(server: Server, job: Pick<WorkerJob, 'node' | 'batching'>): Promise<Shared> {
	const children = Array.from({ length: WORKERS }, () => forkEngine('senderProcess.ts'));
	await Promise.all(children.map(async (child) => await nextMessage(child)));
	const { run: seconds, ...measured } = await measure(
		server,
		BUCKET,
		async () =>
			await Promise.all(
				children.map(async (child, index) => {
					const first = Math.round((index * MESSAGES) / WORKERS);
					const messages = Math.round(((index + 1) * MESSAGES) / WORKERS) - first;
					child.send({
						...job,
						baseUrl: server.baseUrl,
						first,
						messages,
						maxParallel: MAX_PARALLEL,
					} satisfies WorkerJob);
					return await nextMessage<WorkerResult>(child);
				}),
			),
	);
	return { ...measured, slowest: Math.max(...seconds), fastest: Math.min(...seconds) };
}
