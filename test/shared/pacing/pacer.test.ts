import { Pacer } from '../../../nodes/shared/pacing/pacer';
import { LimitHolds } from '../../../nodes/shared/pacing/turn';
import type { Ticket, Turn } from '../../../nodes/shared/pacing/turn';
import { SimulatedClock } from './simulatedClock';

const ticket = (more: Partial<Ticket> = {}): Ticket => ({ limit: 2, maxWait: 300_000, ...more });

/** A pacer whose pauses are as long as they say, and the turns that came so far, by name. */
function runner() {
	const clock = new SimulatedClock();
	const pacer = new Pacer(clock, () => 0);
	const order: string[] = [];
	const ask = async (name: string, more?: Partial<Ticket>) => {
		const turn = await pacer.turn(ticket(more));
		order.push(name);
		return turn;
	};
	const askMany = async (names: string[], more?: Partial<Ticket>) =>
		await Promise.all(names.map(async (name) => await ask(name, more)));
	return { clock, pacer, order, ask, askMany };
}

const names = (count: number, prefix = '') => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

describe('the line', () => {
	it('lets status requests go last, but not wait for ever', async () => {
		const { clock, pacer, order, ask } = runner();
		await ask('a', { limit: 1 });
		const rest = [ask('poll', { limit: 1, isLow: true }), ask('b', { limit: 1 }), ask('c', { limit: 1 })];
		for (let turns = rest.length; turns > 0; turns--) {
			pacer.taken();
			await clock.pass(0);
		}
		await Promise.all(rest);
		expect(order).toEqual(['a', 'b', 'c', 'poll']);
	});

	it('counts a status request that has waited for ten seconds among the others', async () => {
		const { clock, pacer, order, ask } = runner();
		await ask('a', { limit: 1 });
		const rest = [ask('poll', { limit: 1, isLow: true }), ask('b', { limit: 1 })];
		await clock.pass(10_001);
		for (let turns = rest.length; turns > 0; turns--) {
			pacer.taken();
			await clock.pass(0);
		}
		await Promise.all(rest);
		expect(order).toEqual(['a', 'poll', 'b']);
	});

	it('gives a request that was refused the next turn', async () => {
		const { clock, pacer, order, ask } = runner();
		const turn = await ask('a', { limit: 1 });
		const rest = [ask('b', { limit: 1 }), ask('c', { limit: 1 })];
		pacer.refused(turn, { retryAfter: 20 });
		rest.push(ask('a again', { limit: 1, isRepeat: true }));
		for (let turns = rest.length; turns > 0; turns--) {
			await clock.pass(40);
			pacer.taken();
		}
		await Promise.all(rest);
		expect(order).toEqual(['a', 'a again', 'b', 'c']);
	});

	it('lets nobody out after Stop but those whose run was stopped', async () => {
		const { pacer, ask } = runner();
		await ask('a', { limit: 1 });
		const stop = new AbortController();
		const stopped = expect(ask('b', { limit: 1, signal: stop.signal })).rejects.toThrow('abort');
		const other = ask('c', { limit: 1 });
		stop.abort();
		await stopped;
		pacer.taken();
		await other;
	});

	it('takes nobody whose run was stopped before', async () => {
		const { ask } = runner();
		await expect(ask('a', { signal: AbortSignal.abort() })).rejects.toThrow('abort');
	});

	it('waits for nothing any more when all were stopped', async () => {
		const { clock, pacer, ask } = runner();
		const turn = await ask('a');
		pacer.refused(turn, { retryAfter: 60_000 });
		const stop = new AbortController();
		const stopped = expect(ask('b', { signal: stop.signal })).rejects.toThrow('abort');
		stop.abort();
		await stopped;
		await clock.pass(0);
		expect(clock.waits).toBe(0);
	});
});

describe('a refusal', () => {
	it('that says how long makes all wait so long, and all but the first one know it already', async () => {
		const { clock, pacer, order, ask, askMany } = runner();
		const [one, two] = (await askMany(['1', '2'])) as [Turn, Turn];
		await clock.pass(20);
		expect(pacer.refused(one, { retryAfter: 5_000 })).toBe(5_000);
		expect(pacer.refused(two, { retryAfter: 5_000 })).toBe(0);
		const third = ask('3');
		await clock.pass(4_999);
		expect(order).toEqual(['1', '2']);
		await clock.pass(1);
		expect((await third).heldFor).toBe(5_000);
	});

	it('that does not say how long makes all wait for half a second, and longer each time in a row', async () => {
		const { clock, pacer, order, ask } = runner();
		const pauses = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000];
		let turn = await ask('first');
		for (const pause of pauses) {
			expect(pacer.refused(turn, {})).toBe(pause);
			const turnsBefore = order.length;
			const next = ask('again', { isRepeat: true });
			await clock.pass(pause - 1);
			expect(order).toHaveLength(turnsBefore);
			await clock.pass(1);
			turn = await next;
		}
	});

	it('lets a quarter of those go on that were in flight, and one more after each round that is taken', async () => {
		const { clock, pacer, ask, askMany } = runner();
		const many = { limit: 16 };
		const [turn, ...others] = await askMany(names(16), many);
		const waiting = names(40, 'next ').map(async (name) => await ask(name, many));
		let started = 0;
		for (const one of waiting) void one.then(() => started++);
		pacer.refused(turn!, {});
		others.forEach(() => pacer.ended());
		await clock.pass(500);
		expect(started).toBe(4);
		for (let taken = 0; taken < 4; taken++) pacer.taken();
		await clock.pass(0);
		expect(started).toBe(4 + 5);
	});

	it('makes those give up who do not want to wait so long, and only those', async () => {
		const { clock, pacer, ask } = runner();
		const turn = await ask('a', { limit: 1 });
		const hasty = expect(ask('hasty', { limit: 1, maxWait: 50 })).rejects.toBeInstanceOf(LimitHolds);
		const patient = ask('patient', { limit: 1 });
		pacer.refused(turn, { retryAfter: 100 });
		await hasty;
		await clock.run(patient);
	});

	it('makes those give up at last who were refused again and again', async () => {
		const { clock, pacer, ask } = runner();
		let turn = await ask('a');
		const waits = async () => {
			for (;;) {
				pacer.refused(turn, { retryAfter: 1_000 });
				turn = await ask('a again', { isRepeat: true, maxWait: 10_000 });
			}
		};
		await expect(clock.run(waits())).rejects.toBeInstanceOf(LimitHolds);
		expect(clock.now()).toBe(10_000);
	});

	it('counts no more once something was taken', async () => {
		const { clock, pacer, ask } = runner();
		let turn = await ask('a');
		for (let n = 0; n < 30; n++) {
			pacer.refused(turn, { retryAfter: 1_000 });
			turn = await clock.run(ask('a again', { isRepeat: true, maxWait: 3_000 }));
			pacer.taken();
			turn = await clock.run(ask('b', { maxWait: 3_000 }));
		}
	});

	it('holds back one recipient and nobody else, where it is about that one', async () => {
		const { clock, pacer, order, ask } = runner();
		const turn = await ask('ana', { recipient: 'ana' });
		expect(pacer.refused(turn, { isAboutRecipient: true, retryAfter: 150 })).toBe(0);
		const again = ask('ana again', { recipient: 'ana', isRepeat: true });
		await ask('ben', { recipient: 'ben' });
		expect(order).toEqual(['ana', 'ben']);
		pacer.taken();
		await clock.pass(149);
		expect(order).toEqual(['ana', 'ben']);
		await clock.pass(1);
		await again;
	});
});

describe('what was learned', () => {
	it('of an allowance makes it send one request at a time once it is nearly used up', async () => {
		const { clock, pacer, order, ask, askMany } = runner();
		for (let n = 0; n < 3; n++) {
			await ask(`first ${n}`);
			pacer.taken();
		}
		pacer.refused(await ask('refused'), { retryAfter: 10 });
		await clock.pass(20);
		await askMany(['1', '2']);
		pacer.taken();
		const third = ask('3');
		const fourth = ask('4');
		pacer.taken();
		await third;
		await clock.pass(1_000);
		expect(order).not.toContain('4');
		pacer.taken();
		await fourth;
	});

	it('of a pace is forgotten when the account was not used for two seconds', async () => {
		const { clock, pacer, ask } = runner();
		const send = async () => {
			const turn = await clock.run(ask('one'));
			await clock.pass(100);
			return turn;
		};
		for (let n = 0; n < 10; n++) {
			await send();
			pacer.taken();
		}
		pacer.refused(await send(), {});
		for (let n = 0; n < 10; n++) {
			await send();
			pacer.taken();
		}
		pacer.refused(await send(), {});
		await clock.pass(2_000);
		await send();
		pacer.taken();
		// A pace of less than ten a second is known by now.
		const before = clock.now();
		await send();
		pacer.taken();
		expect(clock.now() - before).toBeGreaterThan(101);

		await clock.pass(2_001);
		for (let n = 0; n < 5; n++) {
			const asked = clock.now();
			expect((await clock.run(ask('fresh'))).startedAt).toBe(asked);
			pacer.taken();
		}
	});
});
