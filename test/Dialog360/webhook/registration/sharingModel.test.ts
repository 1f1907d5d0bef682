import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { TriggerBench } from '../../../engine';
import { OneN8n } from '../../../shared/trigger/sharing/oneN8n';
import { newTrigger, number, sandbox } from './atSandbox';

const SEQUENCES = Number(process.env.SHARING_SEQUENCES ?? 40);
const TRIGGERS = 4;
/** Milliseconds for one sequence on a slow machine. */
const SLOW = 2_000;

/** What happens to a workflow, and to n8n. */
const step = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ what: fc.constant('activate' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 3, arbitrary: fc.record({ what: fc.constant('deactivate' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('rename' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('copy' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 2, arbitrary: fc.record({ what: fc.constant('atOnce' as const), who: fc.nat(TRIGGERS - 1) }) },
	{
		weight: 1,
		arbitrary: fc.record({ what: fc.constant('killedWhileActivating' as const), who: fc.nat(TRIGGERS - 1) }),
	},
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('killedAndDeleted' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('move' as const), who: fc.nat(TRIGGERS - 1) }) },
	{ weight: 1, arbitrary: fc.record({ what: fc.constant('test' as const), who: fc.nat(TRIGGERS - 1) }) },
	{
		weight: 1,
		arbitrary: fc.record({ what: fc.constant('killedWhileListening' as const), who: fc.nat(TRIGGERS - 1) }),
	},
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Workflows on one number, and which of them are active. */
class Model {
	readonly active = new Set<TriggerBench>();
	/** Whether something was killed, so that the list may hold who is gone. */
	isHurt = false;

	constructor(
		readonly n8n: OneN8n,
		readonly triggers: TriggerBench[],
		readonly tests: TriggerBench[],
	) {}

	async activate(trigger: TriggerBench): Promise<void> {
		await this.n8n.activate(trigger);
		this.active.add(trigger);
	}

	async deactivate(trigger: TriggerBench): Promise<void> {
		await this.n8n.deactivate(trigger);
		this.active.delete(trigger);
	}

	async do({ what, who }: Step): Promise<void> {
		const trigger = this.triggers[who]!;
		const other = this.triggers[(who + 1) % TRIGGERS]!;
		const isActive = this.active.has(trigger);
		const toggle = async (one: TriggerBench) =>
			await (this.active.has(one) ? this.deactivate(one) : this.activate(one));
		switch (what) {
			case 'activate':
				// What is active already is activated anew when it is saved.
				if (isActive) await this.deactivate(trigger);
				return await this.activate(trigger);
			case 'deactivate':
				return isActive ? await this.deactivate(trigger) : undefined;
			case 'rename':
				if (!isActive) return;
				await this.deactivate(trigger);
				trigger.staticData = {};
				return await this.activate(trigger);
			case 'copy':
				if (isActive) return;
				trigger.staticData = structuredClone(other.staticData);
				return await this.activate(trigger);
			case 'atOnce':
				return void (await Promise.all(this.triggers.slice(0, 3).map(toggle)));
			case 'killedWhileActivating': {
				if (isActive) return;
				const { staticData } = trigger;
				await this.n8n.activate(trigger);
				this.n8n.forget(trigger);
				trigger.staticData = staticData;
				this.isHurt = true;
				return;
			}
			case 'killedAndDeleted':
				if (!isActive) return;
				this.n8n.forget(trigger);
				trigger.staticData = {};
				this.active.delete(trigger);
				this.isHurt = true;
				return;
			case 'restart':
				return await this.n8n.restart();
			case 'move':
				return await this.move();
			case 'test': {
				const test = this.tests[who]!;
				await this.n8n.activate(test);
				await this.n8n.deactivate(test);
				return;
			}
			case 'killedWhileListening': {
				const test = this.tests[who]!;
				await this.n8n.activate(test);
				this.n8n.forget(test);
				// What n8n keeps of a test it keeps in its memory.
				test.staticData = {};
				this.isHurt = true;
				return;
			}
		}
	}

	/** n8n has another address; a person activates its workflows there one by one. */
	private async move(): Promise<void> {
		if (this.isHurt) await this.do({ what: 'activate', who: 0 });
		this.isHurt = false;
		// What nobody remembers at another address may be another n8n's: a person settles that at 360dialog.
		if (this.active.size === 0) await sandbox.control('DELETE', 'dialog360/webhooks');
		const active = [...this.active];
		const origin = this.n8n.move();
		for (const trigger of [...this.triggers, ...this.tests]) trigger.options.webhookOrigin = origin;
		for (const trigger of active) await this.activate(trigger);
	}
}

/** IDs of those that 360dialog is to call. */
async function listed(): Promise<string[]> {
	const present = await number();
	if (!present) return [];
	const { pathname, searchParams } = new URL(present.url);
	return [pathname.split('/').at(-2)!, ...(searchParams.get('also') ?? '').split(',').filter(Boolean)].sort();
}

async function checkThatEachIsCalledOnce({ active, triggers }: Model): Promise<void> {
	if (active.size === 0) return;
	expect(await listed()).toEqual([...active].map(({ webhookId }) => webhookId).sort());
	for (const { runs } of triggers) runs.length = 0;
	const call = await sandbox.control<{ attempts: Array<{ status: number }> }>('POST', 'dialog360/events', {
		wait: true,
		repeat: false,
	});
	expect(call.attempts[0]!.status).toBe(200);
	expect(triggers.map(({ runs }) => runs.length)).toEqual(triggers.map((one) => (active.has(one) ? 1 : 0)));
}

let n8n: OneN8n;

beforeAll(async () => (n8n = await OneN8n.start()));
afterAll(async () => await n8n.stop());

it(
	`in any order of what happens, the list holds exactly the active workflows, or the next activation mends it (${SEQUENCES} sequences)`,
	async () => {
		const options = () => ({ webhookId: randomUUID(), webhookOrigin: n8n.origin });
		const triggers: TriggerBench[] = [];
		const tests: TriggerBench[] = [];
		for (let count = 0; count < TRIGGERS; count++) {
			triggers.push(await newTrigger({}, options()));
			tests.push(await newTrigger({}, { ...options(), webhookId: triggers[count]!.webhookId, isTest: true }));
		}
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
				await sandbox.control('DELETE', 'dialog360/webhooks');
				for (const trigger of [...triggers, ...tests]) {
					n8n.forget(trigger);
					trigger.staticData = {};
				}
				const model = new Model(n8n, triggers, tests);
				for (const one of steps) await model.do(one);
				// The next activation mends what was killed.
				if (model.isHurt) await model.do({ what: 'activate', who: 0 });
				await checkThatEachIsCalledOnce(model);
			}),
			{ numRuns: SEQUENCES },
		);
	},
	SEQUENCES * SLOW,
);
