import { call } from './harness/call';
import { eventually, pause } from './harness/eventually';
import { moveToPostgres, type StageOnPostgres } from './harness/onPostgres';
import { findPostgres, POSTGRES_NEEDED, query } from './harness/postgresPrograms';
import { enterStage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';
import type { TriggerCase } from './providers/triggerCase';

const EVENTS = 50;
const EVENT_EVERY_MS = 50;
/** By then n8n is at work on many of them, and others are still to come. */
const HALT_AFTER_MS = 1_200;
const HALT_MS = 8_000;
/** In this time answers may arrive that were given before. */
const GRACE_MS = 1_000;
/** After this time callers hang up, as the providers do, … */
const PATIENCE_MS = 5_000;
/** … and call again: after this time first, and twice as long each time. */
const REPEAT_AFTER_MS = 1_000;
const CALLS = 8;
const TIMEOUT_MS = 120_000;
/** A second run of the same would be there by then. */
const SETTLE_MS = 5_000;

const isThere = findPostgres() !== undefined;
// Where nobody reads what was skipped, it fails.
const unlessMissing = isThere || process.env.CI ? describe : describe.skip;
const name = 'an n8n whose database is halted while events come';

unlessMissing(isThere ? name : `${name} (skipped: it ${POSTGRES_NEEDED})`, () => {
	let stage: StageOnPostgres | undefined;
	beforeAll(async () => (stage = await moveToPostgres(await enterStage())), TIMEOUT_MS);
	afterAll(async () => await stage?.leave(), TIMEOUT_MS);

	afterEach(async () => await stage?.workflows.clear());

	/** An active trigger, and what calls it until an event is confirmed. */
	async function activate(trigger: TriggerCase) {
		const workflow = await TriggerWorkflow.create(stage!, trigger, trigger.first.parameters);
		await workflow.activate();
		const prove = await trigger.prover(stage!);
		/** Answers what the database has of the event as soon as it is confirmed, and what came of each call. */
		const deliver = async (number: number) => {
			const body = Buffer.from(JSON.stringify(trigger.body(number)));
			const answers: Array<number | string | null> = [];
			const since = performance.now();
			while (answers.length < CALLS) {
				const [answer] = await Promise.allSettled([call(workflow.directUrl, body, prove(body), PATIENCE_MS)]);
				const status = answer.status === 'fulfilled' ? answer.value.status : 'hung up';
				answers.push(status);
				if (status === 200) break;
				await pause(REPEAT_AFTER_MS * 2 ** (answers.length - 1));
			}
			const saved = query(
				stage!.databasePort,
				`SELECT count(*) FROM execution_data WHERE data LIKE '%"${trigger.bodyId(number)}"%'`,
			);
			return { since, at: performance.now(), answers, saved: Number(await saved) };
		};
		return { workflow, deliver };
	}

	it.each(triggers)(
		`starts one run for each of ${EVENTS} events of $provider, none confirmed unsaved`,
		async (trigger) => {
			const { workflow, deliver } = await activate(trigger);
			const numbers = Array.from({ length: EVENTS }, (_, number) => number);

			const deliveries = numbers.map(async (number) => {
				await pause(number * EVENT_EVERY_MS);
				return await deliver(number);
			});
			await pause(HALT_AFTER_MS);
			await stage!.freeze();
			const halted = performance.now();
			await pause(HALT_MS);
			const goneOn = performance.now();
			await stage!.thaw();
			const confirmed = await Promise.all(deliveries);

			expect(confirmed.filter(({ saved }) => saved !== 1)).toEqual([]);
			const tooEarly = confirmed.filter(({ since, at }) => at < goneOn && (since > halted || at > halted + GRACE_MS));
			expect(tooEarly).toEqual([]);
			// Callers had to repeat what they had hung up on.
			expect(confirmed.filter(({ answers }) => answers.includes('hung up')).length).toBeGreaterThan(EVENTS / 4);
			await eventually(
				async () => await workflow.runs(),
				(runs) => runs.length >= EVENTS && runs.every(({ status }) => status === 'success'),
				TIMEOUT_MS,
			);
			await pause(SETTLE_MS);
			const ids = (await workflow.outputs()).map(({ messageId }) => messageId);
			expect(ids.sort()).toEqual(numbers.map((number) => trigger.bodyId(number)).sort());
		},
	);
});
