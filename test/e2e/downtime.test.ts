import { eventually, pause } from './harness/eventually';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';

const DOWN_MS = 10_000;
const EVENT_EVERY_MS = 250;
const GO_ON_MS = 3_000;
/** The first pause of a provider before it calls again: its last repetition comes 93 s after, and n8n starts before that. */
const PATIENT = { webhookRetryMs: 3_000 };
const TIMEOUT_MS = 150_000;
/** With n8n's stop and start. */
const TEST_TIMEOUT_MS = 2 * TIMEOUT_MS;
/** A second run of the same would be there by then. */
const SETTLE_MS = 5_000;

describe.each(triggers)('an n8n that is down for a while, with a $provider trigger', (trigger) => {
	let stage: Stage;
	beforeAll(async () => (stage = await enterStage()));
	afterAll(async () => await stage.workflows.clear());

	it(
		'loses nothing that happens before, during and after it, and runs nothing twice',
		async () => {
			for (const provider of ['partoo', 'dialog360', 'callbell']) await stage.sandbox.settings(PATIENT, provider);
			const workflow = await TriggerWorkflow.create(stage, trigger, trigger.first.parameters);
			await workflow.activate();

			const happened: string[] = [];
			let isOver = false;
			const happenings = (async () => {
				while (!isOver) {
					happened.push(await trigger.happen(stage));
					await pause(EVENT_EVERY_MS);
				}
			})();
			await pause(GO_ON_MS);
			await stage.stopN8n();
			await pause(DOWN_MS);
			await stage.startN8n();
			await pause(GO_ON_MS);
			isOver = true;
			await happenings;

			await eventually(
				async () => await workflow.runs(),
				(runs) => runs.length >= happened.length && runs.every(({ status }) => status === 'success'),
				TIMEOUT_MS,
			);
			await pause(SETTLE_MS);
			expect((await workflow.outputs()).map(({ messageId }) => messageId).sort()).toEqual(happened.sort());
		},
		TEST_TIMEOUT_MS,
	);
});
