import { randomUUID } from 'node:crypto';
import type { INodeType } from 'n8n-workflow';
import { settled } from '../../../../nodes/shared/failures/settled';
import type { TriggerBench, TriggerOptions } from '../../../engine';
import { startSandboxProcess } from '../../../sandboxClient';
import type { Sandbox } from '../../../sandboxClient';
import { Line } from './line';
import { OneN8n } from './oneN8n';
import { sharingCases } from './sharingCases';
import type { SharingCase } from './sharingCases';
import { freshlyLoaded } from './useSharing';

/** n8n tries again and again to activate what it could not at its start. */
const ROUNDS = 3;

let sandbox: Sandbox;
let n8n: OneN8n;
let line: Line;
/** What n8n has loaded since its last start. */
let node: INodeType | undefined;

beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	n8n = await OneN8n.start();
	line = await Line.to(sandbox.url);
	node = undefined;
});
afterEach(async () => {
	await line.stop();
	await n8n.stop();
});

/** n8n is started again: the process knows nothing of before. */
async function restart(one: SharingCase, triggers: TriggerBench[], active: TriggerBench[]) {
	node = freshlyLoaded(one);
	for (const trigger of triggers) {
		trigger.options.node = node;
		n8n.forget(trigger);
	}
	let left = active;
	for (let round = 0; round < ROUNDS; round++) {
		const failed: TriggerBench[] = [];
		for (const trigger of left) {
			const started = await settled(n8n.activate(trigger, 'init'));
			if (started.status === 'fulfilled') continue;
			await n8n.deactivate(trigger);
			failed.push(trigger);
		}
		left = failed;
	}
	expect(left.map(({ url }) => url)).toEqual([]);
}

async function idsListed(one: SharingCase): Promise<string[]> {
	const ids = (await one.urls(sandbox)).map((text) => {
		const { pathname, searchParams } = new URL(text);
		const also = (searchParams.get('also') ?? '').split(',').filter(Boolean);
		return [pathname.split('/').at(-2)!, ...also.map((entry) => entry.split('/').at(-2) ?? entry)];
	});
	return ids.flat().sort();
}

const idsOf = (triggers: TriggerBench[]) => triggers.map(({ webhookId }) => webhookId).sort();

/** What happens when n8n is killed, and which of the workflows are active in n8n's database then. */
const cases = [
	{ what: 'publishing a second workflow', before: [0], do: 1, active: [0, 1] },
	{ what: 'publishing a third workflow', before: [0, 1], do: 2, active: [0, 1, 2] },
	// n8n takes a workflow out of its database last.
	{ what: 'unpublishing the first workflow', before: [0, 1], undo: 0, active: [0, 1] },
	{ what: 'unpublishing the second workflow', before: [0, 1], undo: 1, active: [0, 1] },
	{ what: 'beginning to listen for a test event', before: [0, 1], do: 3, active: [0, 1] },
	{ what: 'ending to listen for a test event', before: [0, 1, 3], undo: 3, active: [0, 1] },
];

/** Both orders of starting the workflows again for each kill, or one in turn. */
const IS_LONG = process.env.SHARING_SEQUENCES !== undefined;

type Case = (typeof cases)[number];

/** @returns whether n8n was killed before it was done */
async function kill(one: SharingCase, that: Case, at: { requests: number; isReversed: boolean; isCalled: boolean }) {
	await sandbox.reset();
	const account = randomUUID();
	const start = async (extras: Partial<TriggerOptions>) => {
		const trigger = await one.start(line.origin, account, { webhookOrigin: n8n.origin, ...extras });
		if (node) trigger.options.node = node;
		return trigger;
	};
	const triggers = await Promise.all([1, 2, 3].map(async () => await start({ webhookId: randomUUID() })));
	triggers.push(await start({ webhookId: triggers[1]!.webhookId, isTest: true }));
	for (const index of that.before) await n8n.activate(triggers[index]!);
	if (at.isCalled) expect(await one.event(sandbox)).toBe(200);

	const subject = triggers[that.do ?? that.undo!]!;
	const { staticData } = subject;
	const isKilled = await line.killAfter(
		at.requests,
		async () => await (that.do === undefined ? n8n.deactivate(subject) : n8n.activate(subject)),
	);
	subject.staticData = staticData;
	const active = that.active.map((index) => triggers[index]!);
	await restart(one, triggers, at.isReversed ? [...active].reverse() : active);

	const called = async () => {
		for (const { runs } of triggers) runs.length = 0;
		const status = await one.event(sandbox);
		return { ...at, status, runs: triggers.map(({ runs }) => runs.length) };
	};
	const wanted = { ...at, status: 200, runs: triggers.map((trigger) => (active.includes(trigger) ? 1 : 0)) };
	expect(await called()).toEqual(wanted);
	await n8n.deactivate(active[0]!);
	await n8n.activate(active[0]!);
	expect(await idsListed(one)).toEqual(idsOf(active));
	expect(await called()).toEqual(wanted);
	for (const trigger of triggers) await trigger.stop();
	return isKilled;
}

describe.each(sharingCases)('$provider: n8n that is killed while', (one) => {
	// Only Callbell's log of calls tells n8n anything.
	describe.each(one.provider === 'Callbell' ? [false, true] : [false])('(after a call: %s)', (isCalled) => {
		it.each(cases)('$what has each active workflow called once after its restart', async (that) => {
			for (let requests = 0, isKilled = true; isKilled; requests++) {
				const orders = IS_LONG ? [false, true] : [requests % 2 === 1];
				for (const isReversed of orders) isKilled = await kill(one, that, { requests, isReversed, isCalled });
			}
		});
	});
});
