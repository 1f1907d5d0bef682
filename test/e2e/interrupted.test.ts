import { eventually, pause } from './harness/eventually';
import { customers, originOf, SendingWorkflow, taken, tries } from './harness/sends';
import { enterStage, type Stage } from './harness/stage';

const SENDS = 240;
const PER_SECOND = 30;
/** Sends before n8n is told to end, or is killed. */
const SOME = 60;
/** A message too many would be there by then. */
const SETTLE_MS = 3_000;
const TIMEOUT_MS = 180_000;

let stage: Stage;
beforeAll(async () => {
	stage = await enterStage();
});
beforeEach(async () => {
	await stage.sandbox.reset();
	const throttle = { kind: 'bucket', capacity: PER_SECOND, perSecond: PER_SECOND };
	await stage.sandbox.control('POST', 'settings', { dialog360: { latencyMs: 20, throttle, retryAfter: 'none' } });
});
afterAll(async () => await stage.workflows.clear());

it.each([
	{ how: 'is told to end, and waits for it', end: async () => await stage.endN8n(), status: 'success', isWhole: true },
	{ how: 'is killed', end: async () => await stage.killN8n(), status: 'crashed', isWhole: false },
])(
	'sends none twice when n8n $how while an execution sends, and each names itself by its mark',
	async ({ end, status, isWhole }) => {
		const wanted = customers(SENDS, 700_000);
		const workflow = await SendingWorkflow.ofTexts(stage);
		await workflow.post(wanted);
		await eventually(
			async () => (await taken(stage)).length,
			(count) => count >= SOME,
			TIMEOUT_MS,
		);
		await end();
		const sentAtTheEnd = (await tries(stage)).length;
		await stage.startN8n();
		await pause(SETTLE_MS);

		const runs = await workflow.ended(1);
		expect((await tries(stage)).length).toBe(sentAtTheEnd);
		const sent = await taken(stage);
		process.stdout.write(`\n${sent.length} of ${SENDS} sent; the execution is said to be ${runs[0]!.status}\n`);
		expect(runs.map((run) => run.status)).toEqual([status]);
		expect(new Set(sent.map(({ body }) => body.to)).size).toBe(sent.length);
		expect(sent.length === SENDS).toBe(isWhole);
		for (const request of sent) {
			const { workflowId, executionId, itemIndex } = originOf(request)!;
			expect([workflowId, executionId, wanted[itemIndex!]]).toEqual([workflow.id, runs[0]!.id, request.body.to]);
		}
	},
	TIMEOUT_MS,
);
