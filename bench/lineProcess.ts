import { monitorEventLoopDelay } from 'node:perf_hooks';

import { CallbellApi } from '../credentials/CallbellApi.credentials';
import { Dialog360Api } from '../credentials/Dialog360Api.credentials';
// With their extension: without it the codex file beside each, e.g. Dialog360.node.json, would be found.
import { CallbellTrigger } from '../nodes/Callbell/CallbellTrigger.node.js';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node.js';
import { addressOf, SECRET } from '../test/Callbell/trigger';
import { TriggerBench } from '../test/engine';
import { runNode } from '../test/engine/runNode';
import type { NodeRun } from '../test/engine/runTypes';
import { CONVERSATION, sendWithPartoo } from './partoo';
import { sendThroughBareDoor } from './peers/bareDoor';
import { numbered, type SendJob, TEXT } from './sendJob';

/** Through which node, and what to send. */
export interface LineJob {
	/** Messages to one conversation of Partoo, with or without what the door promises, or each to a recipient at 360dialog. */
	node: 'partoo' | 'bareDoor' | 'dialog360';
	baseUrl: string;
	messages: number;
	/** So many more messages are sent before anything is measured. */
	warmUp: number;
}

/** What is told before the messages leave. */
export interface LineBegin {
	/** Where a trigger of the same process takes calls. */
	triggerUrl: string;
}

export interface LineResult {
	/** Seconds of a processor, of all threads of the process. */
	cpu: number;
	seconds: number;
	/** Seconds for which n8n evaluates the parameters of all items in one go, before it asks the node for anything. */
	preparing: number;
	/** The longest time after that for which nothing else could be done, in milliseconds. */
	block: number;
}

const MAX_PARALLEL = 10;
/** As much for n8n to evaluate as an item has whose recipient is its own. */
const AN_EXPRESSION = `={{ ${CONVERSATION} + 0 * $json.n }}`;
const RESOLUTION_MS = 5;

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

const SAME_FOR_ALL = { maxParallel: MAX_PARALLEL, conversation: AN_EXPRESSION };

const senders: Record<LineJob['node'], (job: SendJob) => Promise<NodeRun>> = {
	partoo: async (job) => await sendWithPartoo({ ...job, ...SAME_FOR_ALL }),
	bareDoor: async (job) => await sendThroughBareDoor({ ...job, ...SAME_FOR_ALL }),
	dialog360: sendWithDialog360,
};

async function startTrigger(): Promise<LineBegin> {
	const trigger = await TriggerBench.start({
		node: new CallbellTrigger(),
		parameters: {},
		credentialTypes: [new CallbellApi()],
		credentials: {
			callbellApi: { apiKey: 'key', environment: 'custom', baseUrl: 'http://127.0.0.1:9/v1', webhookSecret: SECRET },
		},
	});
	return { triggerUrl: addressOf(trigger) };
}

async function work({ node, baseUrl, messages, warmUp }: LineJob): Promise<LineResult> {
	const send = senders[node];
	await send({ baseUrl, items: numbered(warmUp, messages) });
	process.send?.(await startTrigger());
	const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
	const began = performance.now();
	const elapsed = () => (performance.now() - began) / 1000;
	const before = process.cpuUsage();
	let preparing = 0;
	setImmediate(() => {
		preparing = elapsed();
		delays.enable();
	});
	const run = await send({ baseUrl, items: numbered(messages) });
	delays.disable();
	const { user, system } = process.cpuUsage(before);
	if (run.error) throw new Error(run.error.message);
	return { cpu: (user + system) / 1e6, seconds: elapsed(), preparing, block: delays.max / 1e6 - RESOLUTION_MS };
}

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit(1));
process.on('message', (job: LineJob) => {
	void work(job).then((result) => process.send?.(result, () => process.exit(0)));
});
