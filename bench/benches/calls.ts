import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import getPort from 'get-port';

import { installN8n } from '../../demo/installN8n';
import { N8nClient } from '../../demo/n8nClient';
import { installNodes, packNodes } from '../../demo/packNodes';
import { seedCredential } from '../../demo/seed';
import { type RunningN8n, startN8n } from '../../demo/startN8n';
import { created, SECRET, signed } from '../../test/Callbell/trigger';
import { call } from '../../test/e2e/harness/call';
import { eventually, pause } from '../../test/e2e/harness/eventually';
import { type NewNode, Workflows } from '../../test/e2e/harness/workflows';
import { temporaryFolder } from '../environment';
import { atMost, type Bench, type Figure, figure, type PeerValues } from '../figures';
import { cpuOf, forgetPeak, memoryOf } from '../processUsage';

const CALLS = 500;
const EVERY_MS = 20;
const WARM_UP = 20;
/** A call to our trigger may cost so many times what one to a trigger costs that does nothing. */
const CPU_RATIO = 1.1;
const ANSWER_WITHIN_MS = 600_000;
/** n8n goes on for some time after the last answer; it rests when it used less than so many seconds of a processor in so long. */
const REST_MS = 2_000;
const AT_REST = 0.1;

const MINIMAL = 'minimal community trigger';
/** By n8n's name where it has one. */
const WEBHOOK = 'Webhook';

/** A node that takes calls, and the end of its address. */
interface Subject {
	node: (n8n: N8nClient) => Promise<Omit<NewNode, 'name'>>;
	path: string;
}

const SUBJECTS: Record<'ours' | typeof MINIMAL | typeof WEBHOOK, Subject> = {
	ours: {
		node: async (n8n) => ({
			type: 'n8n-nodes-partoo.callbellTrigger',
			typeVersion: 1.1,
			parameters: { options: { registration: 'manual' } },
			credentials: {
				callbellApi: await seedCredential(n8n, {
					name: 'Callbell',
					type: 'callbellApi',
					data: { apiKey: 'key', environment: 'custom', baseUrl: 'http://127.0.0.1:9/v1', webhookSecret: SECRET },
				}),
			},
		}),
		path: '/webhook',
	},
	[MINIMAL]: { node: async () => ({ type: 'CUSTOM.minimalTrigger', parameters: {} }), path: '/webhook' },
	[WEBHOOK]: {
		node: async () => ({
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			parameters: { httpMethod: 'POST', path: 'calls' },
		}),
		path: '',
	},
};

/** An n8n that is called. */
interface Called {
	name: string;
	/** Behind the names of its figures. */
	suffix: string;
	env?: Record<string, string>;
	version?: string;
}

const CALLED: Called[] = [
	{ name: 'n8n as it comes', suffix: '' },
	{ name: 'lazy expression engine', suffix: '.lazy', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } },
	{ name: 'n8n 1.123', suffix: '.1.123', version: '1.123' },
];

interface Cost {
	/** Milliseconds of a processor for each call, its run included. */
	cpu: number;
	/** Megabytes above those before the first call. */
	memory: number;
	/** From the first call until the last was answered. */
	seconds: number;
	/** Calls that n8n took; it refuses some when it has too much to do. */
	taken: number;
}

/** What a call costs a real n8n, whose nodes and settings are as a user has them. */
export const bench: Bench = async () => {
	const figures: Figure[] = [];
	for (const called of CALLED) {
		const installation = await installN8n(called.version);
		const userFolder = temporaryFolder();
		await installNodes(await packNodes(join(userFolder, 'package')), userFolder);
		const costs = new Map<string, Cost>();
		for (const [subject, details] of Object.entries(SUBJECTS)) {
			const n8n = await startN8n({
				installation,
				userFolder,
				port: await getPort(),
				env: { N8N_CUSTOM_EXTENSIONS: join(__dirname, '..', 'peers', 'minimalTrigger'), ...called.env },
			});
			costs.set(subject, await costOf(n8n, details));
			await n8n.stop();
		}
		figures.push(...figuresOf(called, costs));
	}
	return figures;
};

function figuresOf({ name, suffix }: Called, costs: Map<string, Cost>): Figure[] {
	const { ours, ...others } = Object.fromEntries(costs) as Record<'ours' | typeof MINIMAL, Cost>;
	const peers = (read: (cost: Cost) => number): PeerValues =>
		Object.fromEntries(Object.entries(others).map(([name, cost]) => [name, read(cost)]));
	const note = `${CALLS} calls in ${(CALLS * EVERY_MS) / 1000} s, ${name}`;
	return [
		atMost(CPU_RATIO * others[MINIMAL].cpu, {
			name: `calls.cpu${suffix}`,
			value: ours.cpu,
			unit: 'ms',
			ratio: ours.cpu / others[MINIMAL].cpu,
			peers: peers(({ cpu }) => cpu),
			note: `of a processor for each call with its run; ${note}; bar: ${CPU_RATIO} × the ${MINIMAL}`,
		}),
		figure({
			name: `calls.memory${suffix}`,
			value: ours.memory,
			unit: 'MB',
			peers: peers(({ memory }) => memory),
			note: `above the memory before; ${note}`,
		}),
		figure({
			name: `calls.time${suffix}`,
			value: ours.seconds,
			unit: 's',
			peers: peers(({ seconds }) => seconds),
			note: `until the last of them was answered; ${ours.taken} of ours were taken; ${note}`,
		}),
	];
}

async function costOf(n8n: RunningN8n, { node, path }: Subject): Promise<Cost> {
	const client = new N8nClient(n8n.url);
	await client.logIn();
	const workflows = new Workflows(client);
	const webhookId = randomUUID();
	const made = { name: 'Called', webhookId, ...(await node(client)) };
	const id = await workflows.create('Called', [made]);
	await workflows.activate(id);
	const url = `${n8n.url}/webhook/${path === '' ? String(made.parameters.path) : webhookId + path}`;
	await callEvery(url, WARM_UP);
	await eventually(
		async () => (await workflows.runs(id)).length,
		(runs) => runs === WARM_UP,
	);
	await forgetPeak(n8n.pid);
	const before = { cpu: await cpuOf(n8n.pid), memory: await memoryOf(n8n.pid) };
	const began = performance.now();
	const taken = await callEvery(url, CALLS);
	const seconds = (performance.now() - began) / 1000;
	const cpu = await restingCpuOf(n8n.pid);
	const { peak } = await memoryOf(n8n.pid);
	await workflows.clear();
	return { cpu: ((cpu - before.cpu) / CALLS) * 1000, memory: peak - before.memory.now, seconds, taken };
}

/** Calls that start one after the other, none of which waits for another; answers how many were taken. */
async function callEvery(url: string, count: number): Promise<number> {
	const answers = [];
	for (let number = 0; number < count; number++) {
		const body = Buffer.from(JSON.stringify(created({ uuid: `wamid.${randomUUID()}` })));
		answers.push(call(url, body, signed(body), ANSWER_WITHIN_MS));
		await pause(EVERY_MS);
	}
	return (await Promise.all(answers)).filter(({ status }) => status === 200).length;
}

/** The seconds that a process has used, once it uses next to none. */
async function restingCpuOf(pid: number): Promise<number> {
	for (let last = await cpuOf(pid); ;) {
		await pause(REST_MS);
		const now = await cpuOf(pid);
		if (now - last < AT_REST) return now;
		last = now;
	}
}
