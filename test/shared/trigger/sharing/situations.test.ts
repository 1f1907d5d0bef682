import { randomUUID } from 'node:crypto';
import type { TriggerBench } from '../../../engine';
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

/** So many active workflows on one webhook. */
async function active(one: SharingCase, count: number): Promise<TriggerBench[]> {
	for (let index = 0; index < count; index++) {
		const extras = { webhookOrigin: n8n.origin, webhookId: randomUUID() };
		started.push(await one.start(sandbox.url, account, extras));
		await n8n.activate(started.at(-1)!);
	}
	return [...started];
}

/** A person changes something in a workflow and saves it. */
async function save(trigger: TriggerBench): Promise<void> {
	await n8n.deactivate(trigger);
	await n8n.activate(trigger, 'update');
}

/** A further key of the same account, in the credential of this workflow alone. */
function exchangeKey(trigger: TriggerBench): void {
	const [credential] = Object.values(trigger.options.credentials!);
	credential!.apiKey = `${String(credential!.apiKey)}#${randomUUID()}`;
}

async function called(one: SharingCase, triggers: TriggerBench[]) {
	for (const { runs } of triggers) runs.length = 0;
	const status = await one.event(sandbox);
	return { status, runs: triggers.map(({ runs }) => runs.length) };
}

describe.each(sharingCases)('$provider: each workflow is called once', (one) => {
	describe.each([0, 1, 2])('after the API key was exchanged in the credential of one (%i)', (who) => {
		it('which is saved', async () => {
			const triggers = await active(one, 3);
			exchangeKey(triggers[who]!);
			expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
			await save(triggers[who]!);
			expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
			await n8n.restart();
			expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
		});

		it('and then of the others, and each is saved', async () => {
			const triggers = await active(one, 3);
			const apiKey = `${String(Object.values(triggers[0]!.options.credentials!)[0]!.apiKey)}#new`;
			for (const trigger of [...triggers.slice(who), ...triggers.slice(0, who)]) {
				Object.values(trigger.options.credentials!)[0]!.apiKey = apiKey;
				await save(trigger);
				expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
			}
			await n8n.deactivate(triggers[who]!);
			const left = triggers.map((trigger) => (trigger === triggers[who] ? 0 : 1));
			expect(await called(one, triggers)).toEqual({ status: 200, runs: left });
		});
	});

	it.each([0, 1])('after one (%i) went while the provider did not answer, and another one is saved', async (who) => {
		const triggers = await active(one, 3);
		await sandbox.faults([{ effect: 'status', status: 503, times: null }], one.atSandbox);
		await n8n.deactivate(triggers[who]!);
		expect(triggers[who]!.logs.filter(({ level }) => level === 'warn')).not.toEqual([]);
		await sandbox.clearFaults();
		await save(triggers[2]!);
		const left = triggers.map((trigger) => (trigger === triggers[who] ? 0 : 1));
		expect(await called(one, triggers)).toEqual({ status: 200, runs: left });
	});

	it('after a copy with all that the first one remembers was published and unpublished', async () => {
		const triggers = await active(one, 3);
		await n8n.deactivate(triggers[2]!);
		triggers[2]!.staticData = structuredClone(triggers[0]!.staticData);
		await n8n.activate(triggers[2]!);
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
		await n8n.deactivate(triggers[2]!);
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 0] });
	});

	it('after a copy with all that the first one remembers could not be published', async () => {
		const triggers = await active(one, 2);
		const extras = { webhookOrigin: n8n.origin, webhookId: randomUUID(), typeVersion: 1.1 };
		const copy = await one.start(sandbox.url, account, extras);
		started.push(copy);
		copy.staticData = structuredClone(triggers[0]!.staticData);
		await expect(n8n.activate(copy)).rejects.toThrow();
		await n8n.deactivate(copy);
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1] });
	});

	it('after some went and some came at the same moment', async () => {
		const triggers = await active(one, 4);
		await n8n.deactivate(triggers[3]!);
		const [first, second, , last] = triggers as [TriggerBench, TriggerBench, TriggerBench, TriggerBench];
		await Promise.all([n8n.deactivate(first), n8n.activate(last), save(second)]);
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [0, 1, 1, 1] });
	});

	it('after one went just as another one had come, which n8n has not saved yet', async () => {
		const triggers = await active(one, 4);
		const [first, , , last] = triggers as [TriggerBench, TriggerBench, TriggerBench, TriggerBench];
		await n8n.deactivate(last);
		const { staticData } = last;
		await n8n.activate(last);
		const saved = last.staticData;
		last.staticData = staticData;
		await n8n.deactivate(first);
		last.staticData = saved;
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [0, 1, 1, 1] });
	});

	it('while n8n has not saved yet what one noted that has just come', async () => {
		const triggers = await active(one, 3);
		triggers[2]!.staticData = {};
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
	});

	it('after a database was restored that knows nothing of what they registered', async () => {
		const triggers = await active(one, 3);
		for (const trigger of triggers) trigger.staticData = {};
		await n8n.restart();
		expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
	});

	it.each([0, 1])(
		'while one of them (%i) is to stop where another one has the webhook, and n8n is started',
		async (who) => {
			const triggers = await active(one, 2);
			Object.assign(triggers[who]!.options.parameters!, { options: { whenTaken: 'stop' } });
			await n8n.restart();
			expect(await called(one, triggers)).toEqual({ status: 200, runs: [1, 1] });
		},
	);
});
