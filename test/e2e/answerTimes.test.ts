import { randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

import { seededRandom } from '../../sandbox/shared/faults';
import { call } from './harness/call';
import { pause } from './harness/eventually';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';

const ROUNDS = 100;
const WARM_UP_ROUNDS = 10;
/** So that the run that a call starts is over before the next call. */
const PAUSE_MS = 100;
const BAR = 1.3;
/** Makes the order of the calls the same in every run of this test. */
const SEED = 4;

/** What is called, the status that it is to answer, and how long each answer took in milliseconds. */
interface Measured {
	name: string;
	status: number;
	url: string;
	headers: (body: Buffer) => OutgoingHttpHeaders;
	times: number[];
}

describe.each(triggers)('how fast a $provider trigger answers, beside the Webhook node of n8n', (trigger) => {
	let stage: Stage;
	let measured: Record<'accepted' | 'refused' | 'webhook1' | 'webhook2', Measured>;

	beforeAll(async () => {
		stage = await enterStage();
		const workflow = await TriggerWorkflow.create(stage, trigger, trigger.first.parameters);
		await workflow.activate();
		const prove = await trigger.prover(stage);
		const of = (name: string, status: number, url: string, headers: Measured['headers'] = () => ({})) => ({
			name,
			status,
			url,
			headers,
			times: [],
		});
		measured = {
			accepted: of(`${trigger.provider} Trigger, accepted`, 200, workflow.directUrl, prove),
			refused: of(`${trigger.provider} Trigger, refused`, 401, workflow.directUrl),
			webhook1: of('Webhook 1', 200, await webhookNode(1)),
			webhook2: of('Webhook 2, static parameters', 200, await webhookNode(2)),
		};
		await measure();
		const rows = Object.values(measured).map(
			({ name, times }) => `${name.padEnd(32)} ${median(times).toFixed(1).padStart(6)} ms`,
		);
		process.stdout.write(`\nMedian answer time of ${ROUNDS} calls each\n${rows.join('\n')}\n\n`);
	});
	afterAll(async () => await stage.workflows.clear());

	async function webhookNode(typeVersion: number): Promise<string> {
		const path = randomUUID();
		const node = {
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion,
			webhookId: path,
			parameters: { httpMethod: 'POST', path },
		};
		await stage.workflows.activate(await stage.workflows.create(`Webhook ${typeVersion}`, [node]));
		return `${stage.addresses.n8n}/webhook/${path}`;
	}

	/** All in each round, so that what disturbs the machine disturbs all, and in another order, since a run leaves n8n busy. */
	async function measure(): Promise<void> {
		const all = Object.values(measured);
		const random = seededRandom(SEED);
		let number = 0;
		for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
			for (const one of shuffled(all, random)) {
				const body = Buffer.from(JSON.stringify(trigger.body(number++)));
				const { status, ms } = await call(one.url, body, one.headers(body));
				expect(`${one.name}: ${status}`).toBe(`${one.name}: ${one.status}`);
				if (round >= 0) one.times.push(ms);
				await pause(PAUSE_MS);
			}
		}
	}

	// The measure is version 1 of the Webhook node, not the current one: n8n 2.41 spares version 2 with static parameters
	// the sandbox of its expressions, by the node's name (`webhookPhaseNeedsIsolate` in its live-webhooks.ts). Every
	// other node, n8n's own triggers included, waits for one as version 1 does, whether or not it has expressions.
	it.each(['accepted', 'refused'] as const)(
		`answers %s calls within ${BAR} times the time of a node that n8n treats alike`,
		(kind) => {
			expect(median(measured[kind].times)).toBeLessThanOrEqual(BAR * median(measured.webhook1.times));
		},
	);
});

function shuffled<T>(entries: readonly T[], random: () => number): T[] {
	return entries
		.map((entry) => ({ entry, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ entry }) => entry);
}

function median(times: readonly number[]): number {
	return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
