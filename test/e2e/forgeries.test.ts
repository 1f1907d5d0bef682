import { call } from './harness/call';
import { eventually, pause } from './harness/eventually';
import { forgeries } from './harness/forgeries';
import { inGroups } from './harness/inGroups';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';
import type { Prove } from './providers/triggerCase';

const CALLS = 300;
const AT_ONCE = 10;
const REFUSED: Array<number | null> = [400, 401, 422];
/** A run that is not wanted would be there by then. */
const SETTLE_MS = 3_000;

describe.each(triggers)('a $provider trigger that is called by strangers', (trigger) => {
	let stage: Stage;
	let workflow: TriggerWorkflow;
	const body = (number: number) => Buffer.from(JSON.stringify(trigger.body(number)));
	let sign: Prove;

	beforeAll(async () => {
		stage = await enterStage();
		workflow = await TriggerWorkflow.create(stage, trigger, trigger.verified);
		await workflow.activate();
		sign = await trigger.prover(stage);
	});
	afterAll(async () => await stage.workflows.clear());

	it(`answers ${CALLS} forged or malformed calls at once with a refusal, and starts nothing`, async () => {
		const calls = forgeries(trigger, body, sign, CALLS);
		expect(calls.length).toBeGreaterThanOrEqual(CALLS);
		const answers = await inGroups(calls, AT_ONCE, async ({ name, body: bytes, headers }) => {
			const [answer] = await Promise.allSettled([call(workflow.directUrl, bytes, headers)]);
			if (answer.status === 'rejected') throw new Error(`${name}: ${String(answer.reason)}`);
			return answer.value;
		});
		const surprises = calls.flatMap(({ name, statuses, isUnreadable }, index) => {
			const { status, body: text } = answers[index]!;
			const isCheck = isUnreadable === true && status !== null && status === trigger.checks;
			return isCheck || (statuses ?? REFUSED).includes(status) ? [] : [`${name}: ${status} ${text.slice(0, 100)}`];
		});
		expect(surprises).toEqual([]);
		expect(answers.filter(({ body: text, status }) => REFUSED.includes(status) && !isShortJson(text))).toEqual([]);
		await pause(SETTLE_MS);
		expect(await workflow.runs()).toEqual([]);
	});

	it('takes a genuine call all the same', async () => {
		const bytes = body(1_000);
		expect((await call(workflow.directUrl, bytes, sign(bytes))).status).toBe(200);
		await eventually(
			async () => await workflow.runs(),
			(seen) => seen.some(({ status }) => status === 'success'),
		);
		expect(await workflow.outputs()).toHaveLength(1);
	});
});

/** n8n's own refusals carry a stack outside of production. */
function isShortJson(text: string): boolean {
	const { message } = JSON.parse(text) as { message?: unknown };
	return typeof message === 'string' && message.length < 200;
}
