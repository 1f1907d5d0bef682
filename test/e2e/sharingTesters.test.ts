import { call } from './harness/call';
import { eventually, pause } from './harness/eventually';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { dialog360 } from './providers/dialog360';

const SHARING = 1.2;
const PARAMETERS = { events: ['message'] };
/** n8n 2.41 stands still a moment after the answer if two tests end at once. */
const LOOKS = 10;
const BETWEEN_MS = 500;
const AT_ONCE_MS = 2_000;

describe('two workflows that listen for a test event on one webhook', () => {
	let stage: Stage;

	beforeAll(async () => (stage = await enterStage()));
	afterAll(async () => await stage.workflows.clear());

	const create = async () => await TriggerWorkflow.create(stage, dialog360, PARAMETERS, [], SHARING);

	async function expectN8nToAnswer(): Promise<void> {
		for (let left = LOOKS; left > 0; left--) {
			await pause(BETWEEN_MS);
			const health = await fetch(`${stage.addresses.n8n}/healthz`, { signal: AbortSignal.timeout(AT_ONCE_MS) });
			expect(health.status).toBe(200);
		}
	}

	it.each([true, false])(
		'get the same call once each, beside an active one (%s), and n8n goes on answering',
		async (isActive) => {
			const [active, one, other] = [await create(), await create(), await create()];
			if (isActive) await active.activate();
			await one.listen();
			await other.listen();
			const [registered] = await dialog360.registrations(stage);
			const body = Buffer.from(JSON.stringify(dialog360.body(Number(isActive))));
			const prove = await dialog360.prover(stage);
			expect(await call(registered!.url, body, prove(body))).toMatchObject({ status: 200 });
			await expectN8nToAnswer();
			for (const workflow of [one, other, ...(isActive ? [active] : [])])
				await eventually(
					async () => await workflow.runs(),
					(runs) => runs.length === 1,
				);
			await stage.workflows.clear();
		},
	);

	it('may stop at the same moment, and one may begin as another one stops', async () => {
		const [one, other, third] = [await create(), await create(), await create()];
		await Promise.all([one.listen(), other.listen()]);
		await Promise.all([one.stopListening(), other.stopListening(), third.listen()]);
		await expectN8nToAnswer();
		await third.stopListening();
		await expectN8nToAnswer();
	});
});
