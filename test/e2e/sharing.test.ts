import { isDeepStrictEqual } from 'node:util';

import { call } from './harness/call';
import { eventually, pause } from './harness/eventually';
import { inGroups } from './harness/inGroups';
import { enterStage, type Stage } from './harness/stage';
import { TriggerWorkflow } from './harness/trigger';
import { callbell } from './providers/callbell';
import { dialog360 } from './providers/dialog360';
import { partoo } from './providers/partoo';

/** `EVENTS=500 npm run test:e2e -- sharing` for more. */
const EVENTS = Number(process.env.EVENTS ?? 12);
const AT_ONCE = 5;
const SHARING = 1.2;
/** A provider calls again what was not answered with 200. */
const TRIES = 40;
const TRY_AGAIN_MS = 250;
/** A run too many would be there by then. */
const SETTLE_MS = 2_000;
const TIMEOUT_MS = 120_000 + EVENTS * 1_000;

const cases = [
	{ trigger: dialog360, parameters: { events: ['message'] } },
	{ trigger: partoo, parameters: partoo.verified },
	{ trigger: callbell, parameters: callbell.verified },
];

describe.each(cases)('three workflows on one webhook of $trigger.provider', ({ trigger, parameters }) => {
	let stage: Stage;
	let number = 0;

	beforeAll(async () => {
		stage = await enterStage();
	});
	afterAll(async () => await stage.workflows.clear());

	const shared = async () => await TriggerWorkflow.create(stage, trigger, parameters, [], SHARING);

	/** Tells an event, under the URL that the provider has at that moment, until it is taken. */
	async function tell(event: number): Promise<void> {
		const body = Buffer.from(JSON.stringify(trigger.body(event)));
		for (let left = TRIES; ; left--) {
			const [registered] = await trigger.registrations(stage);
			const prove = await trigger.prover(stage);
			const { status } = await call(registered!.url, body, prove(body));
			if (status === 200) return;
			if (left === 0) throw new Error(`Event ${event} was answered ${status}`);
			await pause(TRY_AGAIN_MS);
		}
	}

	/** So many further events, each told twice at the same moment; answers their IDs. */
	async function happen(count: number): Promise<string[]> {
		const events = Array.from({ length: count }, () => number++);
		await inGroups(events, AT_ONCE, async (event) => await Promise.all([tell(event), tell(event)]));
		return events.map((event) => trigger.bodyId(event));
	}

	async function startedBy(workflow: TriggerWorkflow, atLeast: string[]): Promise<string[]> {
		await eventually(
			async () => await workflow.runs(),
			(runs) => runs.length >= atLeast.length && runs.every(({ status }) => status === 'success'),
			TIMEOUT_MS,
		);
		const outputs = await workflow.outputs();
		return outputs.map(({ messageId }) => String(messageId)).sort();
	}

	it(
		'each run once for every event in their time, while one is activated and the one that is called is not any more',
		async () => {
			const [first, always, last] = [await shared(), await shared(), await shared()];
			await first.activate();
			await always.activate();
			expect(await trigger.registrations(stage)).toHaveLength(1);
			const third = Math.ceil(EVENTS / 3);

			const withFirst = await happen(third);
			const [whileLastCame] = await Promise.all([happen(third), last.activate()]);
			const withLast = await happen(1);
			const [whileFirstWent] = await Promise.all([happen(third), stage.workflows.deactivate(first.id)]);
			const withoutFirst = await happen(1);
			await pause(SETTLE_MS);

			const all = [withFirst, whileLastCame, withLast, whileFirstWent, withoutFirst].flat();
			expect(await startedBy(always, all)).toEqual([...all].sort());
			const byFirst = await startedBy(first, [...withFirst, ...whileLastCame, ...withLast]);
			const byLast = await startedBy(last, [...withLast, ...whileFirstWent, ...withoutFirst]);
			for (const [runs, wanted] of [
				[byFirst, [withFirst, whileLastCame, withLast]],
				[byLast, [withLast, whileFirstWent, withoutFirst]],
			] as const) {
				expect(new Set(runs).size).toBe(runs.length);
				expect(runs).toEqual(expect.arrayContaining(wanted.flat()));
			}
			for (const id of withoutFirst) expect(byFirst).not.toContain(id);
			for (const id of withFirst) expect(byLast).not.toContain(id);
		},
		TIMEOUT_MS,
	);

	it('are refused where the list in the URL was altered', async () => {
		const [registered] = await trigger.registrations(stage);
		const url = new URL(registered!.url);
		expect(url.searchParams.get('also')).toMatch(/./);
		url.searchParams.set('also', `${url.searchParams.get('also')!},00000000-0000-4000-8000-000000000000`);
		const body = Buffer.from(JSON.stringify(trigger.body(number++)));
		const prove = await trigger.prover(stage);
		expect(await call(url.href, body, prove(body))).toMatchObject({ status: 401 });
	});

	it('go on while a further one listens for a test event, which gets its first call and leaves nothing behind', async () => {
		const [active, tester] = [await shared(), await shared()];
		await active.activate();
		// A seal without a list may stay: whose URL it is has another secret, which it registers anew when it is activated.
		const registered = async () =>
			(await trigger.registrations(stage)).map(({ subject, url: text }) => {
				const { origin, pathname, searchParams } = new URL(text);
				return [subject, origin, pathname, searchParams.get('also') ?? ''];
			});
		const before = await registered();
		// Partoo's try-out, which the node asks for, would be the first call.
		await stage.sandbox.faults([{ path: '^/webhooks/tryout$', times: null, effect: 'status', status: 403, body: {} }]);
		const listed = async () => new URL((await trigger.registrations(stage))[0]!.url).searchParams.get('also');

		await tester.listen();
		expect(await listed()).toContain('/webhook-test/');
		// Once: n8n takes what comes to a test URL until it has taken that out.
		const ids = [trigger.bodyId(number)];
		await tell(number++);
		expect(await startedBy(tester, ids)).toEqual(ids);
		expect(await startedBy(active, ids)).toEqual(ids);
		await eventually(registered, (now) => isDeepStrictEqual(now, before));

		await tester.listen();
		expect(await listed()).toContain('/webhook-test/');
		await tester.stopListening();
		await eventually(registered, (now) => isDeepStrictEqual(now, before));
		const later = await happen(1);
		expect(await startedBy(active, [...ids, ...later])).toEqual([...ids, ...later].sort());
		expect(await startedBy(tester, ids)).toEqual(ids);
	});
});
