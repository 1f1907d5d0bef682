import { LookAhead } from '../../../nodes/shared/pacing/lookAhead';
import { runner } from './runner';

const READY = 100;

/** Whether there is room now. */
async function hasRoom(lookAhead: LookAhead): Promise<boolean> {
	return await Promise.race([lookAhead.room().then(() => true), Promise.resolve().then(() => false)]);
}

describe('looking ahead', () => {
	it('ends when a hundred stand ready to leave, until one of them has left', async () => {
		const { ask, taken, clock } = runner();
		const lookAhead = new LookAhead();
		await ask('first', { limit: 1 });
		const ready = Array.from({ length: READY }, async (_, n) => await ask(`ready ${n}`, { limit: 1, lookAhead }));
		expect(await hasRoom(lookAhead)).toBe(false);
		taken();
		await clock.pass(0);
		await ready[0];
		expect(await hasRoom(lookAhead)).toBe(true);
	});

	it('does not wait for those whose recipient has to', async () => {
		const { ask, refused } = runner();
		const lookAhead = new LookAhead();
		const recipient = 'slow';
		refused(await ask('first', { recipient }), { isAboutRecipient: true, retryAfter: 60_000 });
		for (let n = 0; n <= READY; n++) void ask(`held ${n}`, { recipient, lookAhead });
		expect(await hasRoom(lookAhead)).toBe(true);
	});

	it('goes on when those that stood ready were stopped', async () => {
		const { ask } = runner();
		const lookAhead = new LookAhead();
		const stop = new AbortController();
		await ask('first', { limit: 1 });
		const ready = Array.from(
			{ length: READY },
			async (_, n) => await ask(`ready ${n}`, { limit: 1, lookAhead, signal: stop.signal }),
		);
		const room = lookAhead.room();
		stop.abort();
		await Promise.allSettled(ready);
		await room;
	});
});
