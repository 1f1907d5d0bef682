import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { Dialog360Api } from '../credentials/Dialog360Api.credentials';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node.js';
import { binaryItem } from '../test/engine/binary';
import { runNode } from '../test/engine/runNode';
import type { NodeRun } from '../test/engine/runTypes';
import { growthDuring } from './residentMemory';

/** What to do with files, or how many templates to send. `store` only writes the files, for another process to upload. */
export interface MediaJob {
	task: 'store' | 'upload' | 'download' | 'templates';
	baseUrl: string;
	count: number;
	bytes: number;
	items: INodeExecutionData[];
}

export interface MediaResult {
	megabytes: number;
	seconds: number;
	/** Bytes of the files that are in the items now. */
	bytes: number;
	done: number;
	error?: string;
}

type Task = Exclude<MediaJob['task'], 'store'>;

const PARAMETERS: Record<Task, INodeParameters> = {
	upload: { resource: 'media', operation: 'upload' },
	download: { resource: 'media', operation: 'download', mediaId: '={{ $json.bytes }}' },
	templates: {
		resource: 'message',
		operation: 'sendTemplate',
		to: '={{ 4915100000000 + $json.n }}',
		template: { __rl: true, mode: 'list', value: 'order_update:en_US' },
		templateFields: { mappingMode: 'defineBelow', value: { body_1: '={{ $json.n }}' } },
	},
};

async function run(task: Task, baseUrl: string, items: INodeExecutionData[]): Promise<NodeRun> {
	return await runNode({
		binaryMode: 'filesystem',
		node: new Dialog360(),
		items,
		parameters: PARAMETERS[task],
		credentials: { dialog360Api: { apiKey: 'key', environment: 'custom', baseUrl } },
		credentialTypes: [new Dialog360Api()],
	});
}

async function work({ task, baseUrl, count, bytes, items }: MediaJob): Promise<MediaResult | INodeExecutionData[]> {
	if (task === 'store') return await Promise.all(numbers(count).map(async (n) => await file(n, bytes)));
	const input = task === 'upload' ? items : numbers(count).map((n) => ({ json: { n, bytes } }));
	// Everything lazy is loaded before the memory is measured.
	await run(task, baseUrl, [task === 'upload' ? await file(0, 1000) : { json: { n: 0, bytes: 1000 } }]);
	const began = performance.now();
	const { result, megabytes } = await growthDuring(async () => await run(task, baseUrl, input));
	return {
		megabytes,
		seconds: (performance.now() - began) / 1000,
		bytes: result.items.reduce((sum, { binary }) => sum + Number(binary?.data?.bytes ?? 0), 0),
		done: result.items.length,
		error: result.error?.message,
	};
}

async function file(n: number, bytes: number): Promise<INodeExecutionData> {
	return await binaryItem({ fileName: `${n}.pdf`, mimeType: 'application/pdf', data: bytes, mode: 'filesystem' });
}

function numbers(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index);
}

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit(1));
process.on('message', (job: MediaJob) => {
	void work(job).then((result) => process.send?.(result, () => process.exit(0)));
});
