import { randomBytes } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import type { N8nInstallation } from '../../../demo/installN8n';
import { startN8n, type N8nProcess, type RunningN8n } from '../../../demo/startN8n';
import { E2E_DATA } from './addresses';
import type { QueueAddresses } from './inQueueMode';
import { HOST } from './postgresPrograms';
import { startPostgres, type RunningPostgres } from './postgres';
import { startRedis, type RunningRedis } from './redis';
import { startSwitch } from './switch';

const WORKERS = 2;
const WEBHOOK_PROCESSORS = 3;

/** Shorter than n8n's own, so that a worker that died is missed in seconds instead of a minute. */
const QUICK = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Without it n8n 1 gives the execution of a worker that died to another one, which sends everything again. */
const ENDS_WITH_ITS_WORKER = { QUEUE_WORKER_MAX_STALLED_COUNT: '0' };

/**
 * Lets the tests have n8n in queue mode, on PostgreSQL and Redis: a main process, two workers and three webhook
 * processors, of which the first stands for all of them in addresses.
 *
 * @returns the URL that takes `POST /start`, `/kill/<worker>`, `/restart` and `/stop`.
 */
export async function startQueueSwitch(installation: N8nInstallation): Promise<string> {
	let database: RunningPostgres;
	let redis: RunningRedis;
	let shared: NodeJS.ProcessEnv;
	let ports: { main: number; webhooks: number[] };
	let main: RunningN8n;
	let webhooks: RunningN8n[] = [];
	let workers: RunningN8n[] = [];

	const start = async (name: string, kind: N8nProcess, port: number): Promise<RunningN8n> => {
		const userFolder = join(E2E_DATA, 'queue', name);
		const nodes = join('.n8n', 'nodes');
		await cp(join(E2E_DATA, nodes), join(userFolder, nodes), { recursive: true });
		const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
		return await startN8n({
			installation,
			userFolder,
			port,
			kind,
			env: { ...shared, ...(kind === 'worker' && health) },
		});
	};
	const startWorker = async (_: unknown, index: number) => await start(`worker-${index}`, 'worker', await getPort());

	const startMain = async (): Promise<void> => void (main = await start('main', 'start', ports.main));
	const startOthers = async (): Promise<void> => {
		[webhooks, workers] = await Promise.all([
			Promise.all(ports.webhooks.map(async (port, index) => await start(`webhooks-${index}`, 'webhook', port))),
			Promise.all(Array.from({ length: WORKERS }, startWorker)),
		]);
	};
	const stopAll = async (): Promise<void> => {
		await Promise.all([...webhooks, ...workers].map(async (process) => await process?.stop()));
		await main?.stop();
	};

	return await startSwitch({
		'/start': async (): Promise<QueueAddresses> => {
			await rm(join(E2E_DATA, 'queue'), { recursive: true, force: true });
			[database, redis] = await Promise.all([startPostgres(), startRedis()]);
			const webhookPorts = Array.from({ length: WEBHOOK_PROCESSORS }, async () => await getPort());
			ports = { main: await getPort(), webhooks: await Promise.all(webhookPorts) };
			shared = {
				...database.env,
				...QUICK,
				...ENDS_WITH_ITS_WORKER,
				EXECUTIONS_MODE: 'queue',
				OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
				QUEUE_BULL_REDIS_HOST: HOST,
				QUEUE_BULL_REDIS_PORT: String(redis.port),
				N8N_WORKER_SERVER_ADDRESS: HOST,
				N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
				N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true',
				WEBHOOK_URL: `http://${HOST}:${ports.webhooks[0]}`,
			};
			// It makes the tables.
			await startMain();
			await startOthers();
			return {
				n8n: main.url,
				webhooks: webhooks.map(({ url }) => url),
				databasePort: database.port,
				workerLogs: workers.map(({ logFile }) => logFile),
			};
		},
		...Object.fromEntries(
			Array.from({ length: WORKERS }, (_, index) => [
				`/kill/${index}`,
				async () => {
					process.kill(workers[index]!.pid, 'SIGKILL');
					await workers[index]!.ended;
				},
			]),
		),
		'/restart': async () => {
			await stopAll();
			await Promise.all([startMain(), startOthers()]);
		},
		'/stop': async () => {
			await stopAll();
			await Promise.all([redis?.stop(), database?.stop()]);
		},
	});
}
