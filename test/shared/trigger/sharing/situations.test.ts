import { randomUUID } from 'node:crypto';
import type { TriggerBench } from '../../../engine';
import { sharingCases } from './sharingCases';
import type { SharingCase } from './sharingCases';
import { useSharing } from './useSharing';

const here = useSharing();

/** So many active workflows on one webhook. */
async function active(one: SharingCase, count: number): Promise<TriggerBench[]> {
	for (let index = 0; index < count; index++) await here.n8n.activate(await here.start(one));
	return [...here.started];
}

/** A further key of the same account, in the credential of this workflow alone. */
function exchangeKey(trigger: TriggerBench): void {
	const [credential] = Object.values(trigger.options.credentials!);
	credential!.apiKey = `${String(credential!.apiKey)}#${randomUUID()}`;
}

describe.each(sharingCases)('$provider: each workflow is called once', (one) => {
	describe.each([0, 1, 2])('after the API key was exchanged in the credential of one (%i)', (who) => {
		it('which is saved', async () => {
			const triggers = await active(one, 3);
			exchangeKey(triggers[who]!);
			expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
			await here.save(triggers[who]!);
			expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
			await here.n8n.restart();
			expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
		});

		it('and then of the others, and each is saved', async () => {
			const triggers = await active(one, 3);
			const apiKey = `${String(Object.values(triggers[0]!.options.credentials!)[0]!.apiKey)}#new`;
			for (const trigger of [...triggers.slice(who), ...triggers.slice(0, who)]) {
				Object.values(trigger.options.credentials!)[0]!.apiKey = apiKey;
				await here.save(trigger);
				expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
			}
			await here.n8n.deactivate(triggers[who]!);
			const left = triggers.map((trigger) => (trigger === triggers[who] ? 0 : 1));
			expect(await here.called(one, triggers)).toEqual({ status: 200, runs: left });
		});
	});

	it.each([0, 1])('after one (%i) went while the provider did not answer, and another one is saved', async (who) => {
		const triggers = await active(one, 3);
		await here.sandbox.faults([{ effect: 'status', status: 503, times: null }], one.atSandbox);
		await here.n8n.deactivate(triggers[who]!);
		expect(triggers[who]!.logs.filter(({ level }) => level === 'warn')).not.toEqual([]);
		await here.sandbox.clearFaults();
		await here.save(triggers[2]!);
		const left = triggers.map((trigger) => (trigger === triggers[who] ? 0 : 1));
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: left });
	});

	it('after a copy with all that the first one remembers was published and unpublished', async () => {
		const triggers = await active(one, 3);
		await here.n8n.deactivate(triggers[2]!);
		triggers[2]!.staticData = structuredClone(triggers[0]!.staticData);
		await here.n8n.activate(triggers[2]!);
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
		await here.n8n.deactivate(triggers[2]!);
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 0] });
	});

	it('after a copy with all that the first one remembers could not be published', async () => {
		const triggers = await active(one, 2);
		const copy = await here.start(one, { typeVersion: 1.1 });
		copy.staticData = structuredClone(triggers[0]!.staticData);
		await expect(here.n8n.activate(copy)).rejects.toThrow();
		await here.n8n.deactivate(copy);
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1] });
	});

	it('after some went and some came at the same moment', async () => {
		const triggers = await active(one, 4);
		await here.n8n.deactivate(triggers[3]!);
		const [first, second, , last] = triggers as [TriggerBench, TriggerBench, TriggerBench, TriggerBench];
		await Promise.all([here.n8n.deactivate(first), here.n8n.activate(last), here.save(second)]);
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [0, 1, 1, 1] });
	});

	it('after one went just as another one had come, which n8n has not saved yet', async () => {
		const triggers = await active(one, 4);
		const [first, , , last] = triggers as [TriggerBench, TriggerBench, TriggerBench, TriggerBench];
		await here.n8n.deactivate(last);
		const { staticData } = last;
		await here.n8n.activate(last);
		const saved = last.staticData;
		last.staticData = staticData;
		await here.n8n.deactivate(first);
		last.staticData = saved;
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [0, 1, 1, 1] });
	});

	it('while n8n has not saved yet what one noted that has just come', async () => {
		const triggers = await active(one, 3);
		triggers[2]!.staticData = {};
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
	});

	it('after a database was restored that knows nothing of what they registered', async () => {
		const triggers = await active(one, 3);
		for (const trigger of triggers) trigger.staticData = {};
		await here.n8n.restart();
		expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1, 1] });
	});

	it.each([0, 1])(
		'while one of them (%i) is to stop where another one has the webhook, and n8n is started',
		async (who) => {
			const triggers = await active(one, 2);
			Object.assign(triggers[who]!.options.parameters!, { options: { whenTaken: 'stop' } });
			await here.n8n.restart();
			expect(await here.called(one, triggers)).toEqual({ status: 200, runs: [1, 1] });
		},
	);
});
