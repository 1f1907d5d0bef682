import { Pacer } from '../../../nodes/shared/pacing/pacer';
import { seededRandom } from '../../../sandbox/shared/faults';
import { runner, SEND } from './runner';
import { SimulatedClock } from './simulatedClock';
import { bucket, fixedWindow } from './simulatedServer';
import type { Limit } from './simulatedServer';
import { messages, work } from './work';
import type { Message } from './work';

const UPLOAD = 'POST /media';
const LIST = 'GET /templates';

/** Sends of several kinds at once, to a server that is asked in turn by all of them. */
async function sendAll(server: Limit, some: Message[][]) {
	const clock = new SimulatedClock();
	const pacer = new Pacer(clock, seededRandom(1));
	const sent = some.map(async (kind, n) => await work(clock, pacer, server, kind, seededRandom(n)));
	return await clock.run(Promise.all(sent));
}

/** Refuses all requests of some kinds, for ever. */
const refuses =
	(kinds: string[], retryAfter?: number): Limit =>
	(_now, { kind = SEND }) =>
		kinds.includes(kind) ? { retryAfter } : undefined;

describe('a kind of request that is refused', () => {
	it.each([undefined, 60_000])('for ever costs no other kind a thing (Retry-After %s)', async (retryAfter) => {
		const [uploads, sends] = await sendAll(refuses([UPLOAD], retryAfter), [
			messages(40, () => ({ kind: UPLOAD })),
			messages(400),
		]);
		expect(uploads!.failed).toBe(40);
		expect(sends!.failed).toBe(0);
		expect(sends!.seconds).toBeLessThan(1.2);
		expect(Math.max(...sends!.heldFor)).toBe(0);
	});

	it('makes the whole account wait when another kind is refused, too', async () => {
		const { clock, ask, refused } = runner();
		const [send, upload] = await Promise.all([ask('send'), ask('upload', { kind: UPLOAD })]);
		await clock.pass(20);
		refused(send, { retryAfter: 3_000 });
		refused(upload, { retryAfter: 2_000 });
		const turn = await clock.run(ask('list', { kind: LIST }));
		expect([turn.startedAt, turn.heldFor]).toEqual([2_020, 2_000]);
	});

	it('makes nobody else wait when another one is refused while something is taken', async () => {
		const { clock, ask, refused, taken } = runner();
		refused(await ask('send'), { retryAfter: 3_000 });
		await clock.pass(20);
		taken(await ask('list', { kind: LIST }));
		refused(await ask('upload', { kind: UPLOAD }), { retryAfter: 2_000 });
		expect((await ask('list', { kind: LIST })).startedAt).toBe(20);
	});

	it('does not make a kind give up that was never refused, however long the account waits', async () => {
		const [uploads, lists, sends] = await sendAll(refuses([UPLOAD, LIST], 60_000), [
			messages(20, () => ({ kind: UPLOAD, maxWait: 200_000 })),
			messages(20, () => ({ kind: LIST, maxWait: 200_000 })),
			messages(20, () => ({ maxWait: 5_000 })),
		]);
		expect([uploads!.failed, lists!.failed, sends!.failed]).toEqual([20, 20, 0]);
	});

	it('gets its turn though another one goes on and on', async () => {
		const { clock, order, ask, askMany, taken } = runner();
		const all = [
			askMany(['a', 'b', 'c', 'd'], { limit: 1 }),
			ask('upload', { kind: UPLOAD, limit: 1 }),
			ask('list', { kind: LIST, limit: 1 }),
		];
		for (let turns = 6; turns > 0; turns--) {
			await clock.pass(0);
			taken();
		}
		await Promise.all(all);
		expect(order).toEqual(['a', 'b', 'upload', 'list', 'c', 'd']);
	});
});

describe('kinds that share one limit', () => {
	const two = (count: number) => [messages(count), messages(count, () => ({ kind: LIST }))];

	it('use it up together, and wait together', async () => {
		const reports = await sendAll(fixedWindow(100, 6_000), two(200));
		for (const { takenAt, seconds, refused, failed } of reports) {
			expect([takenAt.length, failed]).toEqual([200, 0]);
			expect(seconds).toBeLessThan(18.6);
			expect(refused).toBeLessThan(8);
		}
	});

	it('find their shares of a pace', async () => {
		for (const { takenAt, seconds, refused, failed } of await sendAll(bucket(80, 80), two(500))) {
			expect([takenAt.length, failed]).toEqual([500, 0]);
			expect(seconds).toBeLessThan(1.3 * 11.5);
			expect(refused).toBeLessThan(10);
		}
	});
});

describe('status requests', () => {
	it('give way to sends that wait for their pace, and not to those that were refused', async () => {
		const { clock, order, ask, refused, taken } = runner();
		const first = await ask('a');
		await clock.pass(20);
		refused(first, { retryAfter: 5_000 });
		const again = ask('a again', { isRepeat: true });
		await ask('poll', { kind: LIST, isLow: true });
		await clock.run(again);
		taken();
		taken();
		const sends = [ask('b', { limit: 1 }), ask('c', { limit: 1 })];
		const poll = ask('poll', { kind: LIST, isLow: true, limit: 1 });
		for (let turns = 3; turns > 0; turns--) {
			await clock.pass(0);
			taken();
		}
		await Promise.all([...sends, poll]);
		expect(order).toEqual(['a', 'poll', 'a again', 'b', 'c', 'poll']);
	});
});

it('kinds that are made of names are forgotten, and those in use are not', async () => {
	const { clock, ask, refused, taken } = runner();
	const turn = await ask('a');
	await clock.pass(20);
	refused(turn, { retryAfter: 600_000 });
	for (let n = 0; n < 200; n++) {
		taken(await ask('list', { kind: `GET /templates/${n}` }));
		await clock.pass(2_001);
	}
	const again = ask('a again', { isRepeat: true, maxWait: 700_000 });
	expect((await clock.run(again)).startedAt).toBe(600_020);
});
