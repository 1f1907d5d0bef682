import { eventually } from './harness/eventually';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { triggers } from './providers';
import type { Registration } from './providers/triggerCase';

describe.each(triggers)('a $provider trigger, from its first activation to its end', (trigger) => {
	let stage: Stage;
	let workflow: TriggerWorkflow;
	let foreign: Registration[];
	let ids: string[];

	beforeAll(async () => {
		stage = await enterStage();
		await trigger.registerElsewhere(stage);
		foreign = await trigger.registrations(stage);
		workflow = await TriggerWorkflow.create(stage, trigger, trigger.first.parameters);
	});
	afterAll(async () => await stage.workflows.clear());
	// Whatever happens, nobody else's URL is touched, but for one that ours was told to replace: that is back as soon as ours is gone.
	afterEach(async () => {
		const taken = await own();
		const untouched = foreign.filter(({ subject }) => !taken.includes(subject));
		expect(await trigger.registrations(stage)).toEqual(expect.arrayContaining(untouched));
	});

	/** What the provider has of ours: subjects in alphabetical order, and their IDs. */
	const own = async () => {
		const all = (await trigger.registrations(stage)).filter(({ id }) => !foreign.some((other) => other.id === id));
		expect(all.map(({ url }) => url)).toEqual(all.map(() => workflow.url));
		ids = all.map(({ id }) => id).sort();
		return all.map(({ subject }) => subject).sort();
	};
	const runOf = async (messageId: string) =>
		await eventually(
			async () => await workflow.outputs(),
			(outputs) => outputs.some((output) => output.messageId === messageId),
		);

	it('is registered for nothing before it is active', async () => {
		expect(await own()).toEqual([]);
	});

	it('is registered when it is activated, and what happens starts a run', async () => {
		await workflow.activate();
		expect(await own()).toEqual(trigger.first.subjects);
		expect(await runOf(await trigger.happen(stage))).toHaveLength(1);
	});

	it('keeps a second workflow from subscribing to the same, and says who has it', async () => {
		const second = await TriggerWorkflow.create(stage, trigger, trigger.rival);
		await expect(second.activate()).rejects.toThrow(workflow.url);
		await stage.workflows.delete(second.id);
		expect(await own()).toEqual(trigger.first.subjects);
	});

	it('is registered for nothing after it was deactivated', async () => {
		await stage.workflows.deactivate(workflow.id);
		expect(await own()).toEqual([]);
	});

	it('is registered once after it was activated again', async () => {
		await workflow.activate();
		expect(await own()).toEqual(trigger.first.subjects);
	});

	it('is registered for what was edited once that is published', async () => {
		await workflow.edit(trigger.edited.parameters);
		expect(await own()).toEqual((stage.n8n.isFirstMajor ? trigger.edited : trigger.first).subjects);
		await workflow.activate();
		expect(await own()).toEqual(trigger.edited.subjects);
	});

	it('keeps its registrations over a restart of n8n, and goes on', async () => {
		const before = (await own(), ids);
		await stage.stopN8n();
		expect(await own()).toEqual(trigger.edited.subjects);
		await stage.startN8n();
		expect(await own()).toEqual(trigger.edited.subjects);
		expect(ids).toEqual(before);
		expect(await runOf(await trigger.happen(stage))).toHaveLength(2);
	});

	it('is registered for nothing after its workflow was deleted', async () => {
		await stage.workflows.delete(workflow.id);
		expect(await own()).toEqual([]);
	});
});

describe.each(triggers)('a $provider trigger whose place somebody else has taken meanwhile', (trigger) => {
	let stage: Stage;
	beforeAll(async () => (stage = await enterStage()));
	afterAll(async () => await stage.workflows.clear());

	it('leaves alone what is there when it is deactivated', async () => {
		await trigger.registerElsewhere(stage);
		const workflow = await TriggerWorkflow.create(stage, trigger, trigger.first.parameters);
		await workflow.activate();
		expect((await trigger.registrations(stage)).map(({ url }) => url)).toContain(workflow.url);
		await trigger.takeOver(stage);
		const before = await trigger.registrations(stage);
		expect(before.map(({ url }) => url)).not.toContain(workflow.url);
		await stage.workflows.deactivate(workflow.id);
		expect(await trigger.registrations(stage)).toEqual(before);
	});
});
