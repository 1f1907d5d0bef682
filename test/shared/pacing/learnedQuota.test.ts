import { LearnedQuota } from '../../../nodes/shared/pacing/learnedQuota';
import { Pacer } from '../../../nodes/shared/pacing/pacer';
import { seededRandom } from '../../../sandbox/shared/faults';
import { SimulatedClock } from './simulatedClock';
import { fixedWindow } from './simulatedServer';
import type { Limit } from './simulatedServer';
import { messages, work } from './work';

async function send(count: number, limit: Limit) {
	const clock = new SimulatedClock();
	return await clock.run(work(clock, new Pacer(clock, seededRandom(1)), limit, messages(count), seededRandom(2)));
}

/** A quota of so many requests that was used up once. */
function known(size: number): LearnedQuota {
	const quota = new LearnedQuota();
	for (let n = 0; n < size; n++) quota.taken();
	quota.usedUp();
	return quota;
}

describe('an allowance', () => {
	it('is not known before it was used up', () => {
		expect(new LearnedQuota().allows(1_000)).toBe(true);
	});

	it('counts those in flight as well', () => {
		const quota = known(10);
		expect([quota.allows(9), quota.allows(10)]).toEqual([true, false]);
		quota.taken();
		expect([quota.allows(8), quota.allows(9)]).toEqual([true, false]);
	});

	it('is forgotten when the account takes more than a tenth beyond it', () => {
		const quota = known(10);
		for (let n = 0; n < 11; n++) quota.taken();
		expect(quota.allows(0)).toBe(false);
		quota.taken();
		expect(quota.allows(1_000)).toBe(true);
	});

	it('is at least one, so that the account is asked again', () => {
		expect(known(0).allows(0)).toBe(true);
	});
});

describe('a server that takes so many in a window, and says when the next one begins', () => {
	it('is given each window in full, and refuses all that are in flight only once', async () => {
		const { seconds, refused, takenAt, failed } = await send(400, fixedWindow(100, 6_000));
		expect([takenAt.length, failed]).toEqual([400, 0]);
		expect(seconds).toBeLessThan(18.5);
		expect(refused).toBeLessThan(4);
	});

	it('makes those wait and no others that did not fit into the first window', async () => {
		const { heldFor } = await send(150, fixedWindow(100, 6_000));
		expect(heldFor.filter((ms) => ms === 0)).toHaveLength(100);
		expect(heldFor.filter((ms) => ms > 5_000 && ms < 6_000)).toHaveLength(50);
	});
});
