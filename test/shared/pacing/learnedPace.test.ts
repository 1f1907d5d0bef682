import { LearnedPace } from '../../../nodes/shared/pacing/learnedPace';
import { Pacer } from '../../../nodes/shared/pacing/pacer';
import { seededRandom } from '../../../sandbox/shared/faults';
import { SimulatedClock } from './simulatedClock';
import { all, bucket, sometimes } from './simulatedServer';
import type { Limit } from './simulatedServer';
import { messages, work } from './work';
import type { Report } from './work';

const SEEDS = [1, 2, 3];

/** Sends to a server that does not say how long to wait. */
async function send(count: number, limit: (seed: number) => Limit): Promise<Report[]> {
	return await Promise.all(
		SEEDS.map(async (seed) => {
			const clock = new SimulatedClock();
			const pacer = new Pacer(clock, seededRandom(seed));
			return await clock.run(work(clock, pacer, limit(seed), messages(count), seededRandom(seed + 100)));
		}),
	);
}

const slowest = (reports: Report[]) => Math.max(...reports.map(({ seconds }) => seconds));
const mostRefused = (reports: Report[]) => Math.max(...reports.map(({ refused }) => refused));
/** Messages a second that were taken in a part of the time. */
const rate = ({ takenAt }: Report, from: number, to: number) =>
	takenAt.filter((at) => at >= from * 1000 && at < to * 1000).length / (to - from);

describe('the pace that is found', () => {
	it.each([
		[80, 80, 1000, 5],
		[20, 20, 400, 8],
		[5, 5, 40, 35],
	])(
		'of %i a second, with %i at once, costs hardly more time than the limit itself',
		async (rate, burst, count, bar) => {
			const reports = await send(count, () => bucket(rate, burst));
			expect(slowest(reports)).toBeLessThan((1.1 * (count - burst)) / rate);
			expect(mostRefused(reports)).toBeLessThan(bar);
			expect(reports.map(({ takenAt, failed }) => [takenAt.length, failed])).toEqual(SEEDS.map(() => [count, 0]));
		},
	);

	it('is kept just below the limit after the first measurement', async () => {
		const pace = new LearnedPace(() => 0);
		pace.refused(1_000);
		for (let n = 1; n <= 80; n++) pace.taken(1_000 + n * 10);
		pace.refused(2_000);
		pace.start(2_000);
		const first = pace.next;
		pace.start(first);
		expect(1000 / (pace.next - first)).toBeCloseTo(0.85 * 80);
	});

	it('follows a limit that rises', async () => {
		for (const report of await send(900, () => bucket((now) => (now < 5_000 ? 20 : 100), 20))) {
			expect(rate(report, 2, 5)).toBeLessThan(21);
			expect(rate(report, 8, 10)).toBeGreaterThan(70);
		}
	});

	it('follows a limit that falls, and that is lifted again', async () => {
		const limit = (now: number) => (now >= 4_000 && now < 8_000 ? 20 : 80);
		for (const report of await send(700, () => bucket(limit, 80))) {
			expect(rate(report, 5, 8)).toBeGreaterThan(15);
			expect(rate(report, 10, 12)).toBeGreaterThan(60);
			expect(report.refused).toBeLessThan(7);
		}
	});

	it('is not brought down to nothing by a server that refuses one of fifty whatever the pace', async () => {
		const reports = await send(300, (seed) => all(sometimes(0.02, seededRandom(seed)), bucket(80, 80)));
		expect(slowest(reports)).toBeLessThan(10);
	});
});

describe('two workers and more that know nothing of each other', () => {
	it.each([2, 3])('share an account (%i of them)', async (workers) => {
		for (const seed of SEEDS) {
			const clock = new SimulatedClock();
			const limit = bucket(80, 80);
			const reports = await clock.run(
				Promise.all(
					Array.from({ length: workers }, async (_, n) => {
						const pacer = new Pacer(clock, seededRandom(10 * seed + n));
						return await work(clock, pacer, limit, messages(720 / workers), seededRandom(100 * seed + n));
					}),
				),
			);
			const seconds = reports.map((report) => report.seconds);
			expect(Math.max(...seconds)).toBeLessThan((1.5 * (720 - 80)) / 80);
			expect(Math.max(...seconds) / Math.min(...seconds)).toBeLessThan(2);
			for (const { refused } of reports) expect(refused).toBeLessThan(10);
		}
	});
});
