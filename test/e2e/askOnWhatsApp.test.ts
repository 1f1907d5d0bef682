import { randomUUID } from 'node:crypto';

import type { INodeParameters } from 'n8n-workflow';

import { seededRandom } from '../../sandbox/shared/faults';
import type { WebhookConfig } from '../../sandbox/dialog360/webhooks/registry';
import { callBody } from '../../sandbox/dialog360/webhooks/envelope';
import { call } from './harness/call';
import { eventually, pause } from './harness/eventually';
import { inGroups } from './harness/inGroups';
import { AskingWorkflow, type Asked, askingNode, questionTo, tap, tapChange, webhookNode } from './harness/questions';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { dialog360 } from './providers/dialog360';

/** What must not come any more would be there by then. */
const SETTLE_MS = 2_000;
const WAITING = 40;
const TAPPED_AT_ONCE = 5;
const ALTERED = 300;
const ROUNDS = 11;
/** A tap is two calls for n8n, to the trigger and to what waits, each of which starts an expression engine. */
const BAR = 3;
const QUICK_MS = 500;
const SEED = 16;

const customer = (index: number) => String(4_915_200_000_000 + index);
const ANN = customer(1);

let stage: Stage;
let trigger: TriggerWorkflow;
/** Asks for an approval with a time limit; it was asked before all other tests, since n8n looks once a minute. */
let unanswered: { goesOn: Asked; fails: Asked };
let limited: { goesOn: AskingWorkflow; fails: AskingWorkflow };

const shortly = {
	limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' } },
};

beforeAll(async () => {
	stage = await enterStage();
	trigger = await TriggerWorkflow.create(stage, dialog360, dialog360.first.parameters);
	await trigger.activate();
	const form = { message: 'May I?', options: shortly };
	limited = {
		goesOn: await AskingWorkflow.create(stage, form),
		fails: await AskingWorkflow.create(stage, { ...form, options: { ...shortly, onTimeout: 'fail' } as never }),
	};
	unanswered = {
		goesOn: await limited.goesOn.ask(customer(2), { order: 2 }),
		fails: await limited.fails.ask(customer(3)),
	};
});
afterAll(async () => await stage.workflows.clear());

const lateRuns = async () => (await trigger.outputs()).filter(({ isLateAnswer }) => isLateAnswer === true);

describe('a question on WhatsApp', () => {
	it.each([
		['Approve', 'approve', true],
		['Decline', 'decline', false],
	])('goes on with %s', async (answer, answerId, isApproved) => {
		const workflow = await AskingWorkflow.create(stage, { message: 'Book the flight?' });
		const asked = await workflow.ask(ANN, { order: 4711 });
		const message = await tap(stage, asked, answer);
		const { status, ask } = await workflow.ended(asked);
		expect(status).toBe('success');
		expect(ask).toMatchObject({
			to: ANN,
			order: 4711,
			answer,
			answerId,
			isApproved,
			isTimedOut: false,
			data: { approved: isApproved },
			message: { messageId: message.id, sender: ANN, text: answer, replyTo: asked.messageId },
			question: { messageId: asked.messageId, recipient: ANN },
		});
		expect(await trigger.outputs()).toEqual([]);
	});

	it('goes on with the row of a list, by the ID that was given to it, and keeps item links', async () => {
		const workflow = await AskingWorkflow.create(
			stage,
			{
				responseType: 'list',
				message: 'When?',
				buttonText: 'Times',
				rows: { row: [{ title: '10:00', id: 'ten' }, { title: '11:00' }] },
			},
			[
				{
					name: 'Behind',
					type: 'n8n-nodes-base.set',
					typeVersion: 3.4,
					parameters: { mode: 'raw', jsonOutput: "={{ { order: $('Item').item.json.order } }}", options: {} },
				},
			],
		);
		const asked = await workflow.ask(ANN, { order: 7 });
		await tap(stage, asked, '10:00');
		const execution = await workflow.ended(asked);
		expect(execution.ask).toMatchObject({ answer: '10:00', answerId: 'ten', isTimedOut: false });
		expect(execution.ask).not.toHaveProperty('isApproved');
		expect(execution.output('Behind')).toEqual([{ order: 7 }]);
	});

	it('goes on with the quick reply of a template', async () => {
		const values = { header_latitude: 48.9, header_longitude: 2.3, body_1: 'Monday', body_2: '10:00' };
		const workflow = await AskingWorkflow.create(stage, {
			responseType: 'approval',
			sendAs: 'template',
			valuesFrom: 'values',
			template: { __rl: true, mode: 'name', value: 'appointment:en_US' },
			templateValues: JSON.stringify({ ...values, button_1_payload: 'move' }),
		});
		const asked = await workflow.ask(ANN);
		await tap(stage, asked, 'Another time');
		const { ask } = await workflow.ended(asked);
		expect(ask).toMatchObject({ answer: 'Another time', answerId: 'move', isApproved: false });
	});

	it('goes on once, however often the call comes, and a second tap is a late answer', async () => {
		const workflow = await AskingWorkflow.create(stage, { message: 'Once?' });
		const asked = await workflow.ask(ANN);
		const body = callBody([tapChange(ANN, asked.choices.Approve!)]);
		const answers = await Promise.all([1, 2, 3].map(async () => await callTrigger(body)));
		expect(answers.filter((status) => status === 200).length).toBeGreaterThan(0);
		expect(answers.filter((status) => ![200, 503].includes(status!))).toEqual([]);
		expect((await workflow.ended(asked)).ask).toMatchObject({ isApproved: true });
		expect(await callTrigger(body)).toBe(200);
		expect(await trigger.outputs()).toEqual([]);

		await tap(stage, asked, 'Decline');
		const late = await eventually(lateRuns, (runs) => runs.length > 0);
		expect(late).toMatchObject([{ sender: ANN, text: 'Decline', replyTo: asked.messageId }]);
		expect(await stage.workflows.runs(workflow.id)).toHaveLength(1);
	});

	it('takes an answer that comes after Stop for a late one', async () => {
		const workflow = await AskingWorkflow.create(stage, { message: 'Stop?' });
		const asked = await workflow.ask(ANN);
		await stage.n8n.request('POST', `/executions/${asked.executionId}/stop`, {});
		const before = (await lateRuns()).length;
		await tap(stage, asked, 'Approve');
		await eventually(lateRuns, (runs) => runs.length > before);
		expect((await workflow.ended(asked)).status).toBe('canceled');
	});

	it('takes an answer to the question before, in a loop, for a late one', async () => {
		const { ask, first, second } = await loop();
		await tap(stage, first, 'Approve');
		const next = await eventually(
			async () => await second(),
			({ messageId }) => messageId !== first.messageId,
		);
		await waits(first.executionId);
		const before = (await lateRuns()).length;
		await tap(stage, first, 'Decline');
		await eventually(lateRuns, (runs) => runs.length > before);
		await tap(stage, { ...first, ...next }, 'Decline');
		const answers = await eventually(
			async () => (await stage.workflows.execution(first.executionId)).output<{ answer: string }>(ask),
			(outputs) => outputs.length === 2 && outputs.every(({ answer }) => answer !== null),
		);
		expect(answers.map(({ answer }) => answer)).toEqual(['Approve', 'Decline']);
	});

	it(`is resumed by none of ${ALTERED} altered IDs`, async () => {
		const workflow = await AskingWorkflow.create(stage, { message: 'Who says?' });
		const asked = await workflow.ask(ANN);
		const other = await workflow.ask(customer(4));
		// None of them starts a run then, which would take its time.
		await changeTrigger({ filters: { kinds: ['text'] } });
		const all = alterations(asked.choices.Approve!, other.choices.Decline!);
		const statuses = await inGroups(all, 20, async (id) => await callTrigger(callBody([tapChange(ANN, id)])));
		expect(statuses.filter((status) => status !== 200)).toEqual([]);
		await pause(SETTLE_MS);
		const runs = await stage.workflows.runs(workflow.id);
		expect(runs.map(({ status }) => status)).toEqual(['waiting', 'waiting']);
		// Filters are about runs, and not about answers.
		await tap(stage, asked, 'Approve');
		expect((await workflow.ended(asked)).ask).toMatchObject({ isApproved: true });
		await changeTrigger({});
	});

	it('is not resumed past the trigger, by somebody who has read the ID of the button', async () => {
		const workflow = await AskingWorkflow.create(stage, { message: 'Direct?' });
		const asked = await workflow.ask(ANN);
		const [, , execution, run, answer, signature, node] = asked.choices.Approve!.split(':');
		const query = new URLSearchParams({
			run: run!,
			answer: answer!,
			signature: Buffer.from(signature!, 'base64url').toString('hex'),
		});
		const url = `${stage.addresses.webhooks}/webhook-waiting/${execution}/${node}?${query.toString()}`;
		const body = Buffer.from(JSON.stringify({ replyId: asked.choices.Approve, message: { sender: 'the boss' } }));
		expect((await call(url, body, { 'x-answer-proof': '0'.repeat(64) })).status).toBe(403);
		expect((await stage.workflows.runs(workflow.id)).map(({ status }) => status)).toEqual(['waiting']);
	});

	it(`goes on with its own answer among ${WAITING} that wait, across a restart`, async () => {
		const workflow = await AskingWorkflow.create(stage, {
			responseType: 'buttons',
			message: 'Which?',
			buttons: { button: ['A', 'B', 'C'].map((title) => ({ title, id: title.toLowerCase() })) },
		});
		const customers = Array.from({ length: WAITING }, (_, index) => customer(100 + index));
		await inGroups(customers, 10, async (to) => await workflow.start(to));
		await eventually(
			async () => await stage.workflows.runs(workflow.id),
			(runs) => runs.filter(({ status }) => status === 'waiting').length === WAITING,
		);
		await stage.stopN8n();
		await stage.startN8n();
		const random = seededRandom(SEED);
		const wanted = customers
			.map((to) => ({ to, title: 'ABC'[Math.floor(random() * 3)]!, at: random() }))
			.sort((one, other) => one.at - other.at);
		await inGroups(wanted, TAPPED_AT_ONCE, async ({ to, title }) => {
			await tap(stage, await questionTo(stage, to), title);
		});
		const runs = await eventually(
			// A busy n8n that has just started says for moments that its database is not ready.
			async () => await stage.workflows.runs(workflow.id).catch(() => []),
			(all) => all.length === WAITING && all.every(({ status }) => status === 'success'),
		);
		const outputs = await stage.workflows.outputs<{ to: string; answer: string }>(runs, 'Ask');
		const answers = outputs.map(({ to, answer }) => ({ to, title: answer }));
		const byCustomer = (one: { to: string }, other: { to: string }) => one.to.localeCompare(other.to);
		expect(answers.sort(byCustomer)).toEqual(wanted.map(({ to, title }) => ({ to, title })).sort(byCustomer));
	});

	it('takes little longer from the tap to the next node than a Wait node that is called', async () => {
		const asking = await AskingWorkflow.create(stage, { message: 'Quick?' });
		const waiting = await waitWorkflow();
		const times: Record<'ask' | 'wait', number[]> = { ask: [], wait: [] };
		for (let round = 0; round < ROUNDS; round++) {
			const asked = await asking.ask(ANN);
			const body = callBody([tapChange(ANN, asked.choices.Approve!)]);
			times.ask.push(await timed(async () => void (await callTrigger(body)), asked.executionId));
			const { executionId, url } = await waiting();
			times.wait.push(await timed(async () => void (await fetch(url, { method: 'POST' })), executionId));
		}
		const [ask, wait] = [median(times.ask), median(times.wait)];
		process.stdout.write(
			`\nTap to next node ${ask} ms, a Wait node that is called ${wait} ms (medians of ${ROUNDS})\n`,
		);
		expect(ask).toBeLessThanOrEqual(Math.max(BAR * wait, QUICK_MS));
	});

	it('goes on without an answer when the time is over, or fails if it is told to; a tap is late then', async () => {
		const goneOn = await limited.goesOn.ended(unanswered.goesOn, 90_000);
		expect(goneOn.status).toBe('success');
		expect(goneOn.ask).toMatchObject({ order: 2, answer: null, isApproved: null, isTimedOut: true, message: null });
		const failed = await limited.fails.ended(unanswered.fails, 90_000);
		expect(failed.status).toBe('error');
		expect(failed.error).toMatch(/Nobody answered the question until 20/);
		const before = (await lateRuns()).length;
		await tap(stage, unanswered.goesOn, 'Approve');
		await tap(stage, unanswered.fails, 'Approve');
		await eventually(lateRuns, (runs) => runs.length === before + 2);
	});

	it('is not asked while no active workflow has the webhook, which 360dialog goes on calling', async () => {
		const workflow = await AskingWorkflow.create(stage, { message: 'Anybody there?' });
		await stage.workflows.deactivate(trigger.id);
		const { number } = await stage.sandbox.control<{ number: WebhookConfig }>('GET', 'dialog360/webhooks');
		expect(number.url).toContain(trigger.path);
		await expect(workflow.ask(customer(9))).rejects.toThrow(/no active workflow has that webhook/);
		await trigger.activate();
		expect(await workflow.ask(customer(9))).toHaveProperty('executionId');
	});
});

async function changeTrigger(parameters: INodeParameters): Promise<void> {
	await trigger.edit({ ...dialog360.first.parameters, ...parameters });
	await trigger.activate();
}

async function callTrigger(body: Buffer): Promise<number | null> {
	const { number } = await stage.sandbox.control<{ number: WebhookConfig }>('GET', 'dialog360/webhooks');
	return (await call(trigger.url, body, number.headers)).status;
}

/** The ID with one part altered, taken from another question, encoded, doubled, moved, or led elsewhere. */
function alterations(id: string, other: string): string[] {
	const parts = id.split(':');
	const others = other.split(':');
	const random = seededRandom(SEED);
	const withPart = (at: number, part: string) => parts.map((one, index) => (index === at ? part : one)).join(':');
	const flipped = (text: string) => {
		const at = Math.floor(random() * text.length);
		return text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1);
	};
	const fixed = [
		...[1, 2, 3, 4].flatMap((at) =>
			['0', '1', '2', '99', '-1', '', '..', '%2e%2e', '0x1'].map((part) => withPart(at, part)),
		),
		withPart(4, others[4]!),
		withPart(5, others[5]!),
		withPart(2, others[2]!),
		withPart(6, `${parts[6]}/..`),
		withPart(6, 'evil.example.com'),
		withPart(6, '@evil.example.com'),
		`${id}?answer=1`,
		`${id}&answer=1`,
		`${id}#`,
		`https://evil.example.com/${id}`,
		`https://evil.example.com/webhook-waiting/${parts[2]}/${parts[6]}`,
		encodeURIComponent(id),
		Buffer.from(id).toString('base64'),
		`${id}${id}`,
		`${id}:${id}`,
		`${id}:`,
		`${id}\n`,
		id.toUpperCase(),
		`${id}${'x'.repeat(200)}`,
	].filter((one) => one !== id);
	const rest = Array.from({ length: ALTERED - fixed.length }, (_, index) => {
		const at = 1 + (index % 6);
		return withPart(at, flipped(parts[at]!));
	});
	return [...fixed, ...rest].filter((one) => one !== id);
}

async function waits(executionId: string): Promise<void> {
	await eventually(
		async () => await stage.workflows.execution(executionId),
		({ status }) => status === 'waiting',
	);
}

/** A workflow that asks one customer twice, in a loop; started. */
async function loop() {
	const to = customer(5);
	const asking = await askingNode(stage, { message: 'And this?' });
	const chained = await stage.workflows.create('Asks in a loop', [
		webhookNode(),
		{
			name: 'Item',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ to: [to, to] }), options: {} },
		},
		{ name: 'Each', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'to', options: {} } },
		{ name: 'Loop', type: 'n8n-nodes-base.splitInBatches', typeVersion: 3, parameters: { options: {} } },
		asking,
	]);
	const link = (node: string) => [{ node, type: 'main', index: 0 }];
	const { nodes, connections } = await stage.n8n.request<{
		nodes: Array<{ webhookId?: string }>;
		connections: object;
	}>('GET', `/workflows/${chained}`);
	await stage.n8n.request('PATCH', `/workflows/${chained}?forceSave=true`, {
		nodes,
		connections: {
			...connections,
			Loop: { main: [[], link(asking.name)] },
			[asking.name]: { main: [link('Loop')] },
		},
	});
	await stage.workflows.activate(chained);
	await fetch(`${stage.addresses.webhooks}/webhook/${nodes[0]!.webhookId}`, { method: 'POST' });
	const run = await eventually(
		async () => (await stage.workflows.runs(chained))[0],
		(found) => found?.status === 'waiting',
	);
	const first = { executionId: run!.id, ...(await questionTo(stage, to)) };
	return { ask: asking.name, first, second: async () => await questionTo(stage, to) };
}

/** A workflow with a plain Wait node; answers what starts an execution, and where it is resumed. */
async function waitWorkflow(): Promise<() => Promise<{ executionId: string; url: string }>> {
	const webhook = webhookNode();
	const id = await stage.workflows.create('Waits', [
		webhook,
		{
			name: 'Item',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: '={{ { url: $execution.resumeUrl } }}', options: {} },
		},
		{
			name: 'Wait',
			type: 'n8n-nodes-base.wait',
			typeVersion: 1.1,
			webhookId: randomUUID(),
			parameters: { resume: 'webhook', httpMethod: 'POST', options: {} },
		},
	]);
	await stage.workflows.activate(id);
	return async () => {
		const known = new Set((await stage.workflows.runs(id)).map((run) => run.id));
		await fetch(`${stage.addresses.webhooks}/webhook/${webhook.webhookId}`, { method: 'POST' });
		const run = await eventually(
			async () => (await stage.workflows.runs(id)).find((one) => !known.has(one.id)),
			(found) => found?.status === 'waiting',
		);
		const [item] = (await stage.workflows.execution(run!.id)).output<{ url: string }>('Item');
		return { executionId: run!.id, url: item!.url };
	};
}

/** Milliseconds from the beginning of what resumes an execution to its end, by n8n's own clock. */
async function timed(resume: () => Promise<void>, executionId: string): Promise<number> {
	const begun = Date.now();
	await resume();
	const { stoppedAt } = await eventually(
		async () => await stage.n8n.request<{ stoppedAt: string; status: string }>('GET', `/executions/${executionId}`),
		({ status }) => status === 'success',
	);
	return new Date(stoppedAt).getTime() - begun;
}

function median(times: readonly number[]): number {
	return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
}
