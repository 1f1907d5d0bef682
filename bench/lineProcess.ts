import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

import { CallbellApi } from '../credentials/CallbellApi.credentials';
import { Dialog360Api } from '../credentials/Dialog360Api.credentials';
// With their extension: without it the codex file beside each, e.g. Dialog360.node.json, would be found.
import { CallbellTrigger } from '../nodes/Callbell/CallbellTrigger.node.js';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node.js';
import { settled } from '../nodes/shared/failures/settled';
import { created, deliver, SECRET } from '../test/Callbell/trigger';
import { TriggerBench } from '../test/engine';
import { runNode } from '../test/engine/runNode';
import type { NodeRun } from '../test/engine/runTypes';
import { sendWithPartoo } from './partoo';
import { numbered, type SendJob, TEXT } from './sendJob';

/** What to send, and how many webhook calls are answered at once meanwhile. */
export interface LineJob {
	/** Messages to one conversation of Partoo, or each to a recipient of its own at 360dialog. */
	node: 'partoo' | 'dialog360';
	baseUrl: string;
	messages: number;
	calls: number;
	/** So many more messages are sent before anything is measured. */
	warmUp: number;
}

export interface LineResult {
	/** Seconds of a processor, of all threads of the process. */
	cpu: number;
	seconds: number;
	/** The longest time for which nothing else could be done, in milliseconds. */
	block: number;
	/** Calls that were answered. */
	answered: number;
}

const MAX_PARALLEL = 10;
const RESOLUTION_MS = 5;
const BETWEEN_ROUNDS_MS = 500;

async function sendWithDialog360({ baseUrl, items, ...options }: SendJob): Promise<NodeRun> {
	return await runNode({
		...options,
		items,
		node: new Dialog360(),
		parameters: {
			resource: 'message',
			operation: 'send',
			to: '={{ 4915100000000 + $json.n }}',
			text: `=${TEXT}`,
			requestOptions: { maxParallelRequests: MAX_PARALLEL },
		},
		credentials: { dialog360Api: { apiKey: 'dialog360-key', environment: 'custom', baseUrl } },
		credentialTypes: [new Dialog360Api()],
	});
}

async function send(node: LineJob['node'], job: SendJob): Promise<NodeRun> {
	return node === 'partoo' ? await sendWithPartoo({ ...job, maxParallel: MAX_PARALLEL }) : await sendWithDialog360(job);
}

/** Calls a trigger, so many times at once and again when all were answered, until told to stop; answers how often it took the call. */
async function callUntil(stop: AbortSignal, atOnce: number): Promise<number> {
	if (atOnce === 0) return 0;
	const trigger = await TriggerBench.start({
		node: new CallbellTrigger(),
		parameters: {},
		credentialTypes: [new CallbellApi()],
		credentials: {
			callbellApi: { apiKey: 'key', environment: 'custom', baseUrl: 'http://127.0.0.1:9/v1', webhookSecret: SECRET },
		},
	});
	let answered = 0;
	const callOnce = async (id: string) => {
		const result = await settled(deliver(trigger, created({ uuid: id })));
		if (result.status === 'fulfilled' && result.value === 200) answered++;
	};
	for (let round = 0; !stop.aborted; round++) {
		await Promise.all(Array.from({ length: atOnce }, async (_, id) => await callOnce(`wamid.${round}.${id}`)));
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_ROUNDS_MS));
	}
	await trigger.stop();
	return answered;
}

async function work({ node, baseUrl, messages, calls, warmUp }: LineJob): Promise<LineResult> {
	await send(node, { baseUrl, items: numbered(warmUp, messages) });
	const stop = new AbortController();
	const answering = callUntil(stop.signal, calls);
	const delays: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	const began = performance.now();
	const before = process.cpuUsage();
	delays.enable();
	const run = await send(node, { baseUrl, items: numbered(messages) });
	delays.disable();
	const { user, system } = process.cpuUsage(before);
	const seconds = (performance.now() - began) / 1000;
	stop.abort();
	if (run.error) throw new Error(run.error.message);
	return {
		cpu: (user + system) / 1e6,
		seconds,
		block: delays.max / 1e6 - RESOLUTION_MS,
		answered: await answering,
	};
}

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit(1));
process.on('message', (job: LineJob) => {
	void work(job).then((result) => process.send?.(result, () => process.exit(0)));
});
