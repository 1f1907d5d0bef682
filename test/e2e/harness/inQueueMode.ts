import { readFile } from 'node:fs/promises';

import { N8nClient } from '../../../demo/n8nClient';
import { eventually } from './eventually';
import type { Stage } from './stage';
import { turn } from './switch';
import { Workflows } from './workflows';

/** Where the processes are of an n8n in queue mode. */
export interface QueueAddresses {
	/** The main process: the editor and its API. */
	n8n: string;
	/** The webhook processors. */
	webhooks: string[];
	databasePort: number;
	/** The log of each worker. */
	workerLogs: string[];
}

/** A stage whose n8n is in queue mode. */
export interface StageInQueueMode extends Stage {
	/** The webhook processors. */
	webhooks: string[];
	databasePort: number;
	/** Which worker an execution was given to, as soon as it is known. */
	workerOf(executionId: string): Promise<number>;
	/** Ends a worker without a word. */
	kill(worker: number): Promise<void>;
	/** Ends all processes of n8n as on a shutdown, and starts them again. */
	restart(): Promise<void>;
	leave(): Promise<void>;
}

/** Starts n8n in queue mode, and enters it. */
export async function moveToQueueMode(stage: Stage): Promise<StageInQueueMode> {
	const { queueSwitch } = stage.addresses;
	const { n8n: url, webhooks, databasePort, workerLogs } = await turn<QueueAddresses>(queueSwitch, '/start');
	const n8n = new N8nClient(url);
	await n8n.logIn();
	const find = async (executionId: string): Promise<number> => {
		const logs = await Promise.all(workerLogs.map(async (file) => await readFile(file, 'utf8')));
		return logs.findIndex((log) => log.includes(`Worker started execution ${executionId} `));
	};
	return {
		...stage,
		webhooks,
		addresses: { ...stage.addresses, n8n: url, webhooks: webhooks[0]! },
		n8n,
		workflows: new Workflows(n8n),
		databasePort,
		workerOf: async (executionId) =>
			await eventually(
				async () => await find(executionId),
				(worker) => worker >= 0,
			),
		kill: async (worker) => await turn(queueSwitch, `/kill/${worker}`),
		restart: async () => {
			await turn(queueSwitch, '/restart');
			await n8n.logIn();
		},
		leave: async () => await turn(queueSwitch, '/stop'),
	};
}
