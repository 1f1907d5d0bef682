import { randomUUID } from 'node:crypto';
import type { WorkflowActivateMode } from 'n8n-workflow';
import type { TriggerBench } from '../../engine';
import { startSandboxProcess } from '../../sandboxClient';
import type { Sandbox } from '../../sandboxClient';
import { registrationCases } from './registrationCases';

const OLD = 'https://old.example.com';
const NEW = 'https://new.example.com';

let sandbox: Sandbox;
const started: TriggerBench[] = [];
beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.stop();
});

/** What n8n does: what it cannot activate, it deactivates. */
async function activate(trigger: TriggerBench, mode: WorkflowActivateMode): Promise<string> {
	try {
		await trigger.activate(mode);
		return '';
	} catch (error) {
		await trigger.deactivate();
		return (error as Error).message;
	}
}

const logged = ({ logs }: TriggerBench, level: string) =>
	logs.filter((entry) => entry.level === level && entry.source === 'node').map(({ message }) => message);

describe.each(registrationCases)('a $provider trigger', (one) => {
	const webhookId = randomUUID();
	/** An n8n in which the workflow is active, and what another one is whose database is a copy of its. */
	async function twoN8n(origin: string, isDataThere: boolean, options: Record<string, string> = {}) {
		const first = await one.start(sandbox, { webhookId, webhookOrigin: OLD }, options);
		const second = await one.start(sandbox, { webhookId, webhookOrigin: origin }, options);
		started.push(first, second);
		await first.activate();
		await one.call(sandbox, first);
		if (isDataThere) second.staticData = structuredClone(first.staticData);
		return { first, second, before: await one.registered(sandbox) };
	}

	const STARTS = ['init', 'leadershipChange'] as const;
	const ACTIVATIONS = ['activate', 'update'] as const;

	describe.each([...STARTS, ...ACTIVATIONS])('(%s)', (mode) => {
		it.each([true, false])(
			'at the same address goes on with what is there; it is remembered: %s',
			async (isDataThere) => {
				const { second, before } = await twoN8n(OLD, isDataThere);
				expect(await activate(second, mode)).toBe('');
				expect(await one.registered(sandbox)).toEqual(before);
			},
		);

		it('at another address, with nothing remembered, takes nothing and says whose it is', async () => {
			const { second, before } = await twoN8n(NEW, false);
			expect(await activate(second, mode)).toMatch(one.taken);
			expect(await one.registered(sandbox)).toEqual(before);
		});
	});

	it.each(STARTS)(
		'(%s) at another address than the remembered one takes nothing, and says what to do',
		async (mode) => {
			const replacing: Array<Record<string, string>> = one.replaces ? [{ registration: one.replaces }] : [];
			for (const options of [{}, ...replacing]) {
				await sandbox.reset();
				const { first, second, before } = await twoN8n(NEW, true, options);
				const remembered = structuredClone(second.staticData);
				await sandbox.clearRequests();
				// n8n tries again and again.
				for (let tries = 0; tries < 2; tries++) {
					expect(await activate(second, mode)).toBe(
						`${one.provider} calls this workflow at ${first.url}, and this n8n is at ${NEW}: nothing was changed at ${one.provider}`,
					);
				}
				expect(await one.registered(sandbox)).toEqual(before);
				expect((await sandbox.requests({})).filter(({ method }) => method !== 'GET')).toEqual([]);
				expect(second.staticData).toEqual(remembered);
				expect(logged(second, 'error')[0]).toMatch(
					/^(.* Trigger): .*https:\/\/old\.example\.com\/.*deactivate the workflow here.*deactivate and activate.*WEBHOOK_URL/,
				);
			}
		},
	);

	it.each(ACTIVATIONS)('(%s) by a person takes over what went to the remembered address, and says so', async (mode) => {
		const { first, second } = await twoN8n(NEW, true);
		expect(await activate(second, 'init')).not.toBe('');
		expect(await activate(second, mode)).toBe('');
		expect(await one.registered(sandbox)).toEqual([second.url]);
		expect(logged(second, 'warn').at(-1)).toBe(
			`${one.provider} Trigger took over at ${one.provider} what went to ${first.url}: it goes to ${second.url} from now on`,
		);
		expect(await activate(second, 'init')).toBe('');
		expect(await one.registered(sandbox)).toEqual([second.url]);
	});

	it('that is deactivated at another address leaves alone what it remembers', async () => {
		const { second, before } = await twoN8n(NEW, true);
		await second.deactivate();
		expect(await one.registered(sandbox)).toEqual(before);
		expect(logged(second, 'warn')).toEqual([expect.stringContaining('left')]);
		expect(await activate(second, 'activate')).toBe('');
		expect(await one.registered(sandbox)).toEqual([second.url]);
	});

	it('that may replace others does not do so at a mere start, unless it had done it before', async () => {
		if (!one.replaces) return;
		const { second, before } = await twoN8n(NEW, false, { registration: one.replaces });
		expect(await activate(second, 'init')).toMatch(one.taken);
		expect(await one.registered(sandbox)).toEqual(before);
		expect(await activate(second, 'activate')).toBe('');
		expect(await one.registered(sandbox)).toEqual([second.url]);
	});

	it('is not taken back by the n8n that a copy took it from, at a mere start of that one', async () => {
		const { first, second } = await twoN8n(NEW, true);
		expect(await activate(second, 'activate')).toBe('');
		await one.call(sandbox, second);
		expect(await activate(first, 'init')).not.toBe('');
		expect(await one.registered(sandbox)).toEqual([second.url]);
	});

	it('that a copy took over goes back to its first n8n only when a person is told so, or told whose it is', async () => {
		const { first, second } = await twoN8n(NEW, true);
		expect(await activate(second, 'activate')).toBe('');
		await one.call(sandbox, second);
		const said = await activate(first, 'activate');
		expect(said || logged(first, 'warn').at(-1)).toMatch(one.takenByCopy);
		expect(await one.registered(sandbox)).toEqual([said ? second.url : first.url]);
	});
});
