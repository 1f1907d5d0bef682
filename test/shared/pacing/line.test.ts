import { LimitHolds } from '../../../nodes/shared/pacing/turn';
import { Pacer } from '../../../nodes/shared/pacing/pacer';
import { seededRandom } from '../../../sandbox/shared/faults';
import { runner, SEND } from './runner';
import { SimulatedClock } from './simulatedClock';
import { onePerRecipient } from './simulatedServer';
import { messages, work } from './work';

describe('a recipient who is refused', () => {
	it('waits alone, and what is for him goes in its order', async () => {
		const { clock, order, ask, refused, taken } = runner();
		const one = { limit: 1 };
		const ana = { recipient: 'ana', ...one };
		const turn = await ask('ana 1', ana);
		await clock.pass(20);
		const all = [ask('ana 2', ana), ask('ben', { recipient: 'ben', ...one }), ask('ana 3', ana), ask('list', one)];
		refused(turn, { isAboutRecipient: true });
		all.push(ask('ana 1 again', { ...ana, isRepeat: true }));
		for (let turns = all.length; turns > 0; turns--) {
			await clock.pass(1_010);
			taken();
		}
		await Promise.all(all);
		expect(order).toEqual(['ana 1', 'ben', 'list', 'ana 1 again', 'ana 2', 'ana 3']);
	});

	it('for ever makes his messages give up, though others are taken all the time', async () => {
		const { clock, ask, refused, taken } = runner();
		let turn = await ask('ana', { recipient: 'ana' });
		const again = async () => {
			for (;;) {
				await clock.sleep(20);
				refused(turn, { isAboutRecipient: true });
				turn = await ask('ana', { recipient: 'ana', isRepeat: true, maxWait: 10_000 });
			}
		};
		const others = async () => {
			for (let n = 0; n < 1_000; n++) {
				const other = await ask('ben', { recipient: 'ben' });
				await clock.sleep(20);
				taken(other);
			}
		};
		await expect(clock.run(Promise.all([again(), others()]))).rejects.toBeInstanceOf(LimitHolds);
		expect(clock.now()).toBeGreaterThan(8_000);
		expect(clock.now()).toBeLessThan(10_000);
	});

	it('is asked anew by whoever comes later, with a time of its own', async () => {
		const { clock, ask, refused, taken } = runner();
		const hasty = { recipient: 'ana', maxWait: 3_000 };
		const turn = await ask('ana', hasty);
		await clock.pass(20);
		refused(turn, { isAboutRecipient: true, retryAfter: 5_000 });
		await expect(ask('ana', { ...hasty, isRepeat: true })).rejects.toBeInstanceOf(LimitHolds);
		await clock.pass(5_001);
		const later = await ask('ana', hasty);
		await clock.pass(20);
		refused(later, { isAboutRecipient: true, retryAfter: 2_500 });
		taken(await clock.run(ask('ana', { ...hasty, isRepeat: true })));
	});

	it('is waited for by nothing any more after Stop', async () => {
		const { clock, ask, refused, waiting } = runner();
		const turn = await ask('ana', { recipient: 'ana' });
		await clock.pass(20);
		refused(turn, { isAboutRecipient: true, retryAfter: 60_000 });
		const stop = new AbortController();
		const stopped = expect(ask('ana', { recipient: 'ana', signal: stop.signal })).rejects.toThrow('abort');
		expect(waiting()).toBe(1);
		stop.abort();
		await stopped;
		await clock.pass(0);
		expect([waiting(), clock.waits]).toEqual([0, 0]);
	});
});

it('one message to each of forty recipients in six seconds is kept to, and others are not held up', async () => {
	const clock = new SimulatedClock();
	const pacer = new Pacer(clock, seededRandom(1));
	const some = messages(160, (n) => (n < 120 ? { recipient: String(n % 40) } : { recipient: `other ${n}` }));
	const report = await clock.run(work(clock, pacer, onePerRecipient(6_000), some, seededRandom(2)));
	expect([report.takenAt.length, report.failed]).toEqual([160, 0]);
	expect(report.takenAt.filter((at) => at < 1_000)).toHaveLength(80);
	expect(report.seconds).toBeLessThan(14.5);
});

it('ten times as many with a recipient each cost about ten times as much', async () => {
	const few = await cpuOf(4_000);
	// Whoever goes through the line for each of them pays a hundred times as much.
	expect(await cpuOf(40_000)).toBeLessThan(few * 30);
});

/** Milliseconds of CPU that so many sends cost in the line, each to another recipient. */
async function cpuOf(count: number): Promise<number> {
	const pacer = new Pacer(new SimulatedClock());
	const order: number[] = [];
	const began = process.cpuUsage();
	const all = Array.from({ length: count }, async (_, n) => {
		const turn = await pacer.turn({ kind: SEND, limit: 5, maxWait: 300_000, recipient: String(n) });
		order.push(n);
		pacer.taken(turn);
	});
	await Promise.all(all);
	const { user, system } = process.cpuUsage(began);
	expect(order).toHaveLength(count);
	return (user + system) / 1000;
}
