import type { IDataObject } from 'n8n-workflow';

import { eventually, pause } from './harness/eventually';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';

const EVENTS = 200;
/** A run that is not wanted would be there by then. */
const SETTLE_MS = 3_000;

const byMessage = (a: IDataObject, b: IDataObject) => String(a.messageId).localeCompare(String(b.messageId));

describe.each(triggers)('a $provider trigger with filters', (trigger) => {
	let stage: Stage;
	beforeAll(async () => (stage = await enterStage()));
	afterAll(async () => await stage.workflows.clear());

	it(`starts exactly the wanted runs out of ${EVENTS} events, each with its output`, async () => {
		const workflow = await TriggerWorkflow.create(stage, trigger, trigger.mixture.parameters);
		await workflow.activate();

		const expected = await trigger.mixture.happen(stage, EVENTS);
		expect(expected.length).toBeGreaterThan(EVENTS / 10);
		await eventually(
			async () => await trigger.mixture.answered(stage),
			(answered) => answered >= EVENTS,
		);
		await pause(SETTLE_MS);
		expect(await trigger.mixture.answered(stage)).toBe(EVENTS);

		const wanted = await trigger.mixture.runs(stage, expected);
		const runs = await eventually(
			async () => await workflow.runs(),
			(seen) => seen.length >= wanted && seen.every(({ status }) => status === 'success'),
		);
		expect(runs).toHaveLength(wanted);
		expect((await workflow.outputs()).sort(byMessage)).toEqual(
			expected.sort(byMessage).map((output) => expect.objectContaining(output)),
		);
	});
});
