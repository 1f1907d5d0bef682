import { randomUUID } from 'node:crypto';
import type { TriggerBench } from '../../../engine';
import { sharingCases } from './sharingCases';
import type { SharingCase } from './sharingCases';
import { freshlyLoaded, useSharing } from './useSharing';

const here = useSharing();

/** n8n 2.41 is started: it takes calls of what is published, and asks no trigger. */
function restart(one: SharingCase): void {
	const node = freshlyLoaded(one);
	for (const { options } of here.started) options.node = node;
}

type Four = [first: TriggerBench, last: TriggerBench, third: TriggerBench, tester: TriggerBench];

const changes: Array<{ what: string; isCalled: boolean; change: (those: Four) => Promise<void>; runs: number[] }> = [
	{
		what: 'the one that joined last is saved',
		isCalled: false,
		change: async ([, last]) => await here.save(last),
		runs: [1, 1, 0, 0],
	},
	{
		what: 'the one that joined last goes',
		isCalled: false,
		change: async ([, last]) => await here.n8n.deactivate(last),
		runs: [1, 0, 0, 0],
	},
	{
		what: 'the first one goes',
		isCalled: true,
		change: async ([first]) => await here.n8n.deactivate(first),
		runs: [0, 1, 0, 0],
	},
	{
		what: 'a third one comes',
		isCalled: true,
		change: async ([, , third]) => await here.n8n.activate(third),
		runs: [1, 1, 1, 0],
	},
	{
		what: 'one has listened for a test event',
		isCalled: true,
		change: async ([, , , tester]) => {
			await here.n8n.activate(tester);
			await here.n8n.deactivate(tester);
		},
		runs: [1, 1, 0, 0],
	},
];

describe.each(sharingCases)('$provider, after n8n was started and asked no trigger:', (one) => {
	it.each(changes)('each of those that are left is called once when $what (called before: $isCalled)', async (that) => {
		const those: Four = [
			await here.start(one),
			await here.start(one),
			await here.start(one),
			await here.start(one, { isTest: true }),
		];
		for (const trigger of those.slice(0, 2)) await here.n8n.activate(trigger);
		if (that.isCalled) expect(await here.called(one)).toEqual({ status: 200, runs: [1, 1, 0, 0] });
		restart(one);
		await that.change(those);
		expect(await here.called(one)).toEqual({ status: 200, runs: that.runs });
	});

	it.each([true, false])(
		'a test comes first, and the editor has another address (of the first one: %s)',
		async (isOwn) => {
			const at = { editorOrigin: here.n8n.origin.replace('127.0.0.1', 'localhost') };
			const first = await here.start(one, at);
			await here.n8n.activate(first);
			// Of another workflow Callbell tells nothing before.
			if (!isOwn) await here.called(one);
			restart(one);
			const webhookId = isOwn ? first.webhookId : randomUUID();
			const tester = await here.start(one, { ...at, webhookId, isTest: true });
			tester.options.node = first.options.node;
			await here.n8n.activate(tester);
			expect(await here.called(one)).toEqual({ status: 200, runs: [1, 1] });
			await here.n8n.deactivate(tester);
			expect(await here.called(one)).toEqual({ status: 200, runs: [1, 0] });
		},
	);

	it('one goes after n8n was started while the provider did not answer', async () => {
		const [first, last] = [await here.start(one), await here.start(one)];
		for (const trigger of [first, last]) await here.n8n.activate(trigger);
		restart(one);
		await here.sandbox.faults([{ effect: 'status', status: 503, times: null }], one.atSandbox);
		await here.n8n.restart();
		await here.sandbox.clearFaults();
		await here.n8n.deactivate(first);
		expect(await here.called(one)).toEqual({ status: 200, runs: [0, 1] });
		expect((await one.urls(here.sandbox)).join()).not.toContain(first.webhookId);
	});

	it('it is said where nothing tells who shares the webhook', async () => {
		const [first, last] = [await here.start(one), await here.start(one)];
		for (const trigger of [first, last]) await here.n8n.activate(trigger);
		const said = () => first.logs.filter(({ message }) => message.includes('cannot know all workflows'));
		const before = said().length;
		restart(one);
		await here.n8n.deactivate(first);
		expect(said().length - before).toBe(one.provider === 'Callbell' ? 1 : 0);
	});

	it('it is not said of a webhook that this n8n has just taken out', async () => {
		const trigger = await here.start(one);
		restart(one);
		await here.n8n.activate(trigger);
		expect(await here.called(one)).toEqual({ status: 200, runs: [1] });
		await here.n8n.deactivate(trigger);
		const before = trigger.logs.length;
		await here.n8n.activate(trigger, 'update');
		expect(trigger.logs.slice(before).filter(({ level }) => level === 'info')).toEqual([]);
		expect(await here.called(one)).toEqual({ status: 200, runs: [1] });
	});
});
