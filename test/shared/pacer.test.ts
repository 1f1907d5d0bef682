import { Pacer } from '../../nodes/shared/pacing/pacer';
import { LimitHolds } from '../../nodes/shared/pacing/turn';
import type { Ticket } from '../../nodes/shared/pacing/turn';

const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));
const ticket = (more: Partial<Ticket> = {}): Ticket => ({ limit: 2, maxWait: 300_000, ...more });

/** Turns that came so far, by name. */
function runner() {
	const pacer = new Pacer();
	const order: string[] = [];
	const ask = async (name: string, more?: Partial<Ticket>) => {
		const turn = await pacer.turn(ticket(more));
		order.push(name);
		return turn;
	};
	return { pacer, order, ask };
}

describe('the pacer', () => {
	it('lets status requests go last, but not wait for ever', async () => {
		const { pacer, order, ask } = runner();
		await ask('a', { limit: 1 });
		const rest = [ask('poll', { limit: 1, isLow: true }), ask('b', { limit: 1 }), ask('c', { limit: 1 })];
		for (let turns = rest.length; turns > 0; turns--) {
			pacer.taken();
			await sleep(0);
		}
		await Promise.all(rest);
		expect(order).toEqual(['a', 'b', 'c', 'poll']);
	});

	it('holds back one recipient and nobody else', async () => {
		const { pacer, order, ask } = runner();
		const turn = await ask('ana', { recipient: 'ana' });
		pacer.refused(turn, { isAboutRecipient: true, retryAfter: 150 });
		const again = ask('ana again', { recipient: 'ana', isRepeat: true });
		await ask('ben', { recipient: 'ben' });
		expect(order).toEqual(['ana', 'ben']);
		const started = Date.now();
		pacer.taken();
		await again;
		expect(Date.now() - started).toBeGreaterThanOrEqual(140);
	});

	it('gives a request that was refused the next turn', async () => {
		const { pacer, order, ask } = runner();
		const turn = await ask('a', { limit: 1 });
		const rest = [ask('b', { limit: 1 }), ask('c', { limit: 1 })];
		pacer.refused(turn, { retryAfter: 20 });
		rest.push(ask('a again', { limit: 1, isRepeat: true }));
		for (let turns = rest.length; turns > 0; turns--) {
			await sleep(40);
			pacer.taken();
		}
		await Promise.all(rest);
		expect(order).toEqual(['a', 'a again', 'b', 'c']);
	});

	it('gives up those in line who do not want to wait so long, and only those', async () => {
		const { pacer, ask } = runner();
		const turn = await ask('a', { limit: 1 });
		const hasty = expect(ask('hasty', { limit: 1, maxWait: 50 })).rejects.toBeInstanceOf(LimitHolds);
		const patient = ask('patient', { limit: 1 });
		pacer.refused(turn, { retryAfter: 100 });
		await hasty;
		await patient;
	});

	it('lets nobody out of line after Stop but those whose run was stopped', async () => {
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

	it('sends one request at a time once a known allowance is nearly used up', async () => {
		const { pacer, ask } = runner();
		for (let n = 0; n < 3; n++) {
			await ask(`first ${n}`);
			pacer.taken();
		}
		pacer.refused(await ask('refused'), { retryAfter: 10 });
		await sleep(20);
		await Promise.all([ask('1'), ask('2')]);
		pacer.taken();
		const third = ask('3');
		const fourth = ask('4');
		pacer.taken();
		await third;
		expect(await Promise.race([fourth, sleep(30).then(() => 'waits')])).toBe('waits');
		pacer.taken();
		await fourth;
	});
});
