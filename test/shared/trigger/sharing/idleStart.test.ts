import { randomUUID } from 'node:crypto';
import type { INodeType } from 'n8n-workflow';
import type { TriggerBench, TriggerOptions } from '../../../engine';
import { startSandboxProcess } from '../../../sandboxClient';
import type { Sandbox } from '../../../sandboxClient';
import { useFastClock } from '../../fastClock';
import { OneN8n } from './oneN8n';
import { sharingCases } from './sharingCases';
import type { SharingCase } from './sharingCases';

let sandbox: Sandbox;
let n8n: OneN8n;
let account: string;
const started: TriggerBench[] = [];

useFastClock();
beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	n8n = await OneN8n.start();
	account = randomUUID();
});
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.stop();
	await n8n.stop();
});

async function start(one: SharingCase, extras: Partial<TriggerOptions> = {}): Promise<TriggerBench> {
	started.push(
		await one.start(sandbox.url, account, { webhookOrigin: n8n.origin, webhookId: randomUUID(), ...extras }),
	);
	return started.at(-1)!;
}

/** n8n 2.41 is started: it takes calls of what is published, and its process knows nothing of before. */
function restart({ module: [path, name] }: SharingCase): void {
	let node: INodeType | undefined;
	jest.isolateModules(() => {
		node = new (jest.requireActual<Record<string, new () => INodeType>>(path)[name]!)();
	});
	for (const { options } of started) options.node = node!;
}

async function called(one: SharingCase) {
	for (const { runs } of started) runs.length = 0;
	const status = await one.event(sandbox);
	return { status, runs: started.map(({ runs }) => runs.length) };
}

type Pair = [first: TriggerBench, last: TriggerBench, third: TriggerBench, tester: TriggerBench];

const changes: Array<{ what: string; isCalled: boolean; change: (those: Pair) => Promise<void>; runs: number[] }> = [
	{
		what: 'the one that joined last is saved',
		isCalled: false,
		change: async ([, last]) => {
			await n8n.deactivate(last);
			await n8n.activate(last, 'update');
		},
		runs: [1, 1, 0, 0],
	},
	{
		what: 'the one that joined last goes',
		isCalled: false,
		change: async ([, last]) => await n8n.deactivate(last),
		runs: [1, 0, 0, 0],
	},
	{
		what: 'the first one goes',
		isCalled: true,
		change: async ([first]) => await n8n.deactivate(first),
		runs: [0, 1, 0, 0],
	},
	{
		what: 'a third one comes',
		isCalled: true,
		change: async ([, , third]) => await n8n.activate(third),
		runs: [1, 1, 1, 0],
	},
	{
		what: 'one has listened for a test event',
		isCalled: true,
		change: async ([, , , tester]) => {
			await n8n.activate(tester);
			await n8n.deactivate(tester);
		},
		runs: [1, 1, 0, 0],
	},
];

describe.each(sharingCases)('$provider, after n8n was started and asked no trigger:', (one) => {
	it.each(changes)('each of those that are left is called once when $what (called before: $isCalled)', async (that) => {
		const those: Pair = [await start(one), await start(one), await start(one), await start(one, { isTest: true })];
		for (const trigger of those.slice(0, 2)) await n8n.activate(trigger);
		if (that.isCalled) expect(await called(one)).toEqual({ status: 200, runs: [1, 1, 0, 0] });
		restart(one);
		await that.change(those);
		expect(await called(one)).toEqual({ status: 200, runs: that.runs });
	});

	it.each([true, false])(
		'a test comes first, and the editor has another address (of the first one: %s)',
		async (isOwn) => {
			const at = { editorOrigin: n8n.origin.replace('127.0.0.1', 'localhost') };
			const first = await start(one, at);
			await n8n.activate(first);
			// Of another workflow Callbell tells nothing before.
			if (!isOwn) await called(one);
			restart(one);
			const webhookId = isOwn ? first.webhookId : randomUUID();
			const tester = await start(one, { ...at, webhookId, isTest: true });
			tester.options.node = first.options.node;
			await n8n.activate(tester);
			expect(await called(one)).toEqual({ status: 200, runs: [1, 1] });
			await n8n.deactivate(tester);
			expect(await called(one)).toEqual({ status: 200, runs: [1, 0] });
		},
	);

	it('one goes after n8n was started while the provider did not answer', async () => {
		const [first, last] = [await start(one), await start(one)];
		for (const trigger of [first, last]) await n8n.activate(trigger);
		restart(one);
		await sandbox.faults([{ effect: 'status', status: 503, times: null }], one.atSandbox);
		await n8n.restart();
		await sandbox.clearFaults();
		await n8n.deactivate(first);
		expect(await called(one)).toEqual({ status: 200, runs: [0, 1] });
		expect((await one.urls(sandbox)).join()).not.toContain(first.webhookId);
	});

	it('it is said where nothing tells who shares the webhook', async () => {
		const [first, last] = [await start(one), await start(one)];
		for (const trigger of [first, last]) await n8n.activate(trigger);
		const said = () => first.logs.filter(({ message }) => message.includes('cannot know all workflows'));
		const before = said().length;
		restart(one);
		await n8n.deactivate(first);
		expect(said().length - before).toBe(one.provider === 'Callbell' ? 1 : 0);
	});

	it('it is not said of a webhook that this n8n has just taken out', async () => {
		const trigger = await start(one);
		restart(one);
		await n8n.activate(trigger);
		expect(await called(one)).toEqual({ status: 200, runs: [1] });
		await n8n.deactivate(trigger);
		const before = trigger.logs.length;
		await n8n.activate(trigger, 'update');
		expect(trigger.logs.slice(before).filter(({ level }) => level === 'info')).toEqual([]);
		expect(await called(one)).toEqual({ status: 200, runs: [1] });
	});
});
