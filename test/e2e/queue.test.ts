import { createHash } from 'node:crypto';

import { callBody } from '../../sandbox/dialog360/webhooks/envelope';
import { seededRandom } from '../../sandbox/shared/faults';
import { call } from './harness/call';
import { eventually, pause } from './harness/eventually';
import { inGroups } from './harness/inGroups';
import { moveToQueueMode, type StageInQueueMode } from './harness/inQueueMode';
import { findPostgres, POSTGRES_NEEDED, query } from './harness/postgresPrograms';
import { AskingWorkflow, questionTo, tapChange } from './harness/questions';
import { findRedis, REDIS_NEEDED } from './harness/redisProgram';
import { customers, originOf, SendingWorkflow, taken, tries } from './harness/sends';
import { enterStage, PATIENT } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import type { Listed, NewNode } from './harness/workflows';
import { callbell } from './providers/callbell';
import { dialog360 } from './providers/dialog360';

const EXECUTIONS = 10;
const SENDS_EACH = 100;
/** As WhatsApp limits a number. */
const PER_SECOND = 80;
const THROTTLE = { kind: 'bucket', capacity: PER_SECOND, perSecond: PER_SECOND };
const IDEAL_MS = ((EXECUTIONS * SENDS_EACH - PER_SECOND) / PER_SECOND) * 1000;
/**
 * How much longer than the ideal it may take. On two quiet cores it takes 1.25 times as long, the workers' own starting
 * included; one that kept to half of the rate after the other was done would need 1.5.
 */
const LONGEST = 1.5;
/** Each is told three times at the same moment, a few events at once. */
const EVENTS = Number(process.env.EVENTS ?? 21);
const EVENTS_AT_ONCE = 5;
/** From this version on a trigger shares its webhook. */
const SHARING = 1.2;
/** All of them wait at once. */
const QUESTIONS = Number(process.env.QUESTIONS ?? 20);
const QUESTIONS_TIMEOUT_MS = 300_000 + QUESTIONS * 6_000;
const TIMEOUT_MS = 180_000;
/** What must not be sent any more would be there by then. */
const SETTLE_MS = 4_000;
/** A provider calls again what was not answered with 200. */
const TELL_AGAIN_MS = 250;

const hasEnded = (status: string) => ['success', 'error', 'crashed', 'canceled'].includes(status);
const print = (line: string) => process.stdout.write(`\n${line}\n`);

const missing = [findPostgres() ?? POSTGRES_NEEDED, findRedis() ?? REDIS_NEEDED].filter((one) =>
	one.startsWith('needs'),
);
// Where nobody reads what was skipped, it fails.
const unlessMissing = missing.length === 0 || process.env.CI ? describe : describe.skip;
const name = 'n8n in queue mode';

unlessMissing(missing.length === 0 ? name : `${name} (skipped: it ${missing[0]})`, () => {
	let stage: StageInQueueMode;
	beforeAll(async () => (stage = await moveToQueueMode(await enterStage())), TIMEOUT_MS);
	afterAll(async () => await stage?.leave(), TIMEOUT_MS);

	beforeEach(async () => {
		await stage.sandbox.reset();
		await limit(THROTTLE);
	});
	afterEach(async () => await stage.workflows.clear());

	async function limit(throttle: object | null): Promise<void> {
		const settings = { latencyMs: 20, throttle, retryAfter: 'none' };
		await stage.sandbox.control('POST', 'settings', { dialog360: settings });
	}

	/** Waits until so many messages were taken. */
	async function takenAtLeast(count: number): Promise<void> {
		await eventually(
			async () => (await taken(stage)).length,
			(there) => there >= count,
		);
	}

	/** The pages of n8n's list count some twice and leave others out while many begin at the same moment. */
	async function runsOf(workflowId: string): Promise<Listed[]> {
		const sql = `SELECT id || ' ' || status || ' ' || mode FROM execution_entity WHERE "workflowId" = '${workflowId}'`;
		const rows = (await query(stage.databasePort, sql)).split('\n').filter(Boolean);
		return rows.map((row) => row.split(' ')).map(([id, status, mode]) => ({ id: id!, status: status!, mode: mode! }));
	}

	it('shares the rate of an account between the executions of all workers', async () => {
		// What a process has to load and to learn of n8n is no part of the measurement; what it learns of an account is.
		await limit(null);
		const warmUp = await SendingWorkflow.ofTexts(stage, 'dialog360-key#warm-up');
		for (let time = 0; time < 6; time++) await warmUp.post(customers(SENDS_EACH, 900_000));
		await warmUp.ended(6);
		await limit(THROTTLE);
		await stage.sandbox.clearRequests();

		const workflow = await SendingWorkflow.ofTexts(stage);
		const all = Array.from({ length: EXECUTIONS }, (_, index) => customers(SENDS_EACH, index * SENDS_EACH));
		await Promise.all(all.map(async (some) => await workflow.post(some)));
		const runs = await workflow.ended(EXECUTIONS, TIMEOUT_MS);

		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
		const sent = await taken(stage);
		expect(sent.map(({ body }) => String(body.to)).sort()).toEqual(all.flat().sort());
		const workers = await Promise.all(runs.map(async ({ id }) => await stage.workerOf(id)));
		expect(new Set(workers).size).toBe(2);
		const asked = await tries(stage);
		const refused = (asked.length - sent.length) / asked.length;
		const took = Math.max(...sent.map(({ endedAt }) => endedAt!)) - asked[0]!.startedAt;
		print(
			`${sent.length} sent in ${(took / 1000).toFixed(1)} s (ideal ${IDEAL_MS / 1000}), ${asked.length - sent.length} of ${asked.length} refused`,
		);
		expect(took).toBeLessThanOrEqual(LONGEST * IDEAL_MS);
		expect(refused).toBeLessThanOrEqual(0.05);
	});

	it('ends the sending of a worker on Stop', async () => {
		const { workflow, executionId } = await SendingWorkflow.fromEditor(stage, customers(500, 10_000));
		await takenAtLeast(100);
		expect(await stage.workerOf(executionId)).toBeGreaterThanOrEqual(0);
		await stage.n8n.request('POST', `/executions/${executionId}/stop`, {});
		const before = (await tries(stage)).length;
		await pause(SETTLE_MS);

		const after = await tries(stage);
		print(`${before} when Stop was answered, ${after.length} afterwards`);
		expect(after.length).toBeLessThan(before + PER_SECOND);
		expect((await workflow.ended(1)).map(({ status }) => status)).toEqual(['canceled']);
		const items = (await taken(stage)).map((request) => originOf(request)!.itemIndex);
		expect(new Set(items).size).toBe(items.length);
	});

	it('sends a file with a worker that was posted to the webhook processor', async () => {
		const form = { to: '4915112345678', messageType: 'image', media: { __rl: true, mode: 'binary', value: 'picture' } };
		const workflow = await SendingWorkflow.onCall(stage, form);
		const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(300_000, 7)]);
		const body = new FormData();
		body.set('picture', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'menu.png');
		await workflow.call({ body });
		const runs = await workflow.ended(1);

		expect(runs.map(({ status }) => status)).toEqual(['success']);
		expect(await stage.workerOf(runs[0]!.id)).toBeGreaterThanOrEqual(0);
		const [upload] = await stage.sandbox.requests({ provider: 'dialog360', method: 'POST', path: '/media' });
		const { files } = upload!.body as unknown as { files: Array<{ sha256: string; fileName: string }> };
		expect(files).toMatchObject([{ fileName: 'menu.png', sha256: createHash('sha256').update(png).digest('hex') }]);
		expect(await taken(stage)).toHaveLength(1);
		expect(Number(await query(stage.databasePort, 'SELECT count(*) FROM binary_data'))).toBeGreaterThan(0);
	});

	describe('events of which three processes are told at the same moment', () => {
		/** n8n's own guard, set as in the examples. */
		const removeDuplicates: NewNode = {
			name: 'Remove Duplicates',
			type: 'n8n-nodes-base.removeDuplicates',
			typeVersion: 2,
			parameters: {
				operation: 'removeItemsSeenInPreviousExecutions',
				logic: 'removeItemsWithAlreadySeenKeyValues',
				dedupeValue: '={{ $json.repeatKey }}',
				options: { scope: 'node', historySize: 10_000 },
			},
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1000,
		};

		/** What passes it: its other output has the rest. */
		const kept: NewNode = { name: 'Kept', type: 'n8n-nodes-base.noOp', parameters: {} };

		/** Tells each event three times at once; answers what the last node of each run put out. */
		async function tell(hosts: string[], after: NewNode[] = []): Promise<string[]> {
			const workflow = await TriggerWorkflow.create(stage, callbell, callbell.verified, after);
			await workflow.activate();
			const prove = await callbell.prover(stage);
			const numbers = Array.from({ length: EVENTS }, (_, number) => number);
			await inGroups(numbers, EVENTS_AT_ONCE, async (number) => {
				const body = Buffer.from(JSON.stringify(callbell.body(number)));
				await Promise.all(hosts.map(async (host) => await call(`${host}${workflow.path}`, body, prove(body))));
			});
			await pause(SETTLE_MS);
			const runs = await eventually(
				async () => await runsOf(workflow.id),
				(some) => some.every(({ status }) => hasEnded(status)),
				TIMEOUT_MS,
			);
			const outputs = await stage.workflows.outputs(runs, after.at(-1)?.name ?? workflow.name);
			await stage.workflows.clear();
			return outputs.map(({ messageId }) => String(messageId));
		}

		it(
			'start a run each where all calls of a trigger go to one process',
			async () => {
				const [one] = stage.webhooks as [string];
				const outputs = await tell([one, one, one]);
				const wanted = Array.from({ length: EVENTS }, (_, number) => callbell.bodyId(number));
				expect(outputs.sort()).toEqual(wanted.sort());
			},
			TIMEOUT_MS,
		);

		it(
			'start several where each process is told, of which Remove Duplicates does not take out all',
			async () => {
				const several = await tell(stage.webhooks);
				const left = await tell(stage.webhooks, [removeDuplicates, kept]);
				print(`${EVENTS} events: ${several.length} runs; ${left.length} left by Remove Duplicates`);
				expect(several).toHaveLength(EVENTS * stage.webhooks.length);
				expect(left.length).toBeLessThan(several.length);
				for (const outputs of [several, left]) expect(new Set(outputs).size).toBe(EVENTS);
			},
			TIMEOUT_MS,
		);
	});

	it(
		'starts each of two workflows on one number once for every event, of which a webhook processor is told',
		async () => {
			const two = [0, 1].map(
				async () => await TriggerWorkflow.create(stage, dialog360, { events: ['message'] }, [], SHARING),
			);
			const workflows = await Promise.all(two);
			for (const workflow of workflows) await workflow.activate();
			const [registered, ...others] = await dialog360.registrations(stage);
			expect(others).toEqual([]);
			const prove = await dialog360.prover(stage);
			const numbers = Array.from({ length: EVENTS }, (_, number) => number);
			await inGroups(numbers, EVENTS_AT_ONCE, async (number) => {
				const body = Buffer.from(JSON.stringify(dialog360.body(number)));
				const tell = async () => (await call(registered!.url, body, prove(body))).status;
				const statuses = await Promise.all([tell(), tell()]);
				// Two calls at the same moment may each find that the other is not decided.
				if (statuses.every((status) => status === 200)) return;
				await eventually(
					async () => {
						await pause(TELL_AGAIN_MS);
						return await tell();
					},
					(status) => status === 200,
				);
			});
			await pause(SETTLE_MS);
			for (const { id, name: node } of workflows) {
				const runs = await eventually(
					async () => await runsOf(id),
					(some) => some.length >= EVENTS && some.every(({ status }) => hasEnded(status)),
					TIMEOUT_MS,
				);
				const outputs = await stage.workflows.outputs(runs, node);
				expect(outputs.map(({ messageId }) => String(messageId)).sort()).toEqual(
					numbers.map((number) => dialog360.bodyId(number)).sort(),
				);
				for (const run of runs) expect(await stage.workerOf(run.id)).toBeGreaterThanOrEqual(0);
			}
			print(`${EVENTS} events, told twice each: ${EVENTS} runs of each of ${workflows.length} workflows`);
		},
		TIMEOUT_MS,
	);

	it(
		`resumes each of ${QUESTIONS} questions once, with its own answer, across a restart`,
		async () => {
			await limit(null);
			// Three statuses come for each question: hung up on and repeated, they would take all connections to the database.
			await stage.sandbox.settings(PATIENT, 'dialog360');
			const trigger = await TriggerWorkflow.create(stage, dialog360, dialog360.first.parameters);
			await trigger.activate();
			const workflow = await AskingWorkflow.create(stage, {
				responseType: 'buttons',
				message: 'Which?',
				buttons: { button: ['A', 'B', 'C'].map((title) => ({ title, id: title.toLowerCase() })) },
			});
			const all = customers(QUESTIONS, 30_000);
			await inGroups(all, EVENTS_AT_ONCE, async (to) => await workflow.start(to));
			await eventually(
				async () => await runsOf(workflow.id),
				(some) => some.length === QUESTIONS && some.every(({ status }) => status === 'waiting'),
				QUESTIONS_TIMEOUT_MS,
			);

			const random = seededRandom(QUESTIONS);
			const wanted = all
				.map((to) => ({ to, title: 'ABC'[Math.floor(random() * 3)]!, at: random() }))
				.sort((one, other) => one.at - other.at);
			const half = Math.ceil(wanted.length / 2);
			await answer(wanted.slice(0, half));
			await stage.restart();
			await answer(wanted.slice(half));
			const runs = await eventually(
				async () => await runsOf(workflow.id),
				(some) => some.every(({ status }) => hasEnded(status)),
				QUESTIONS_TIMEOUT_MS,
			);

			expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
			const outputs = await stage.workflows.outputs<{ to: string; answer: string }>(runs, 'Ask');
			expect(outputs.map(({ to, answer: title }) => `${to} ${title}`).sort()).toEqual(
				wanted.map(({ to, title }) => `${to} ${title}`).sort(),
			);
			const late = await runsOf(trigger.id);
			print(
				`${outputs.length} questions resumed by ${3 * QUESTIONS} calls, ${late.length} of which were taken for late`,
			);

			/** Each call comes to every process at once, and again until it is taken. */
			async function answer(some: Array<{ to: string; title: string }>): Promise<void> {
				const prove = await dialog360.prover(stage);
				await inGroups(some, EVENTS_AT_ONCE, async ({ to, title }) => {
					const { choices } = await questionTo(stage, to);
					const body = callBody([tapChange(to, choices[title]!, title)]);
					const post = async (host: string) => (await call(`${host}${trigger.path}`, body, prove(body))).status;
					const statuses = await Promise.all(stage.webhooks.map(post));
					if (!statuses.includes(200)) {
						await eventually(
							async () => await post(stage.webhooks[0]!),
							(status) => status === 200,
						);
					}
				});
			}
		},
		QUESTIONS_TIMEOUT_MS,
	);

	it('tells what a worker has sent that was killed, and sends none of it twice', async () => {
		const workflow = await SendingWorkflow.ofTexts(stage);
		const wanted = customers(500, 20_000);
		await workflow.post(wanted);
		await takenAtLeast(150);
		const [run] = await stage.workflows.runs(workflow.id);
		await stage.kill(await stage.workerOf(run!.id));
		const runs = await workflow.ended(1, TIMEOUT_MS);
		await pause(SETTLE_MS);

		const sent = await taken(stage);
		print(`${sent.length} sent; the execution is said to be ${runs.map(({ status }) => status).join(', ')}`);
		expect(runs).toHaveLength(1);
		expect(runs[0]!.status).not.toBe('success');
		expect(sent.length).toBeLessThan(wanted.length);
		expect(new Set(sent.map(({ body }) => body.to)).size).toBe(sent.length);
		for (const request of sent) {
			const { workflowId, executionId, itemIndex } = originOf(request)!;
			expect([workflowId, executionId, wanted[itemIndex!]]).toEqual([workflow.id, run!.id, request.body.to]);
		}
	});
});
