import { accountOf } from '../../../nodes/shared/pacing/account';

const ticket = { limit: 1, maxWait: 300_000 };

describe('an account', () => {
	it('is one for all who use the same key at the same address, and another for any other', () => {
		const one = accountOf('tryApi', 'http://one.example', 'key');
		expect(accountOf('tryApi', 'http://one.example', 'key')).toBe(one);
		expect(accountOf('tryApi', 'http://one.example', 'other key')).not.toBe(one);
		expect(accountOf('tryApi', 'http://two.example', 'key')).not.toBe(one);
		expect(accountOf('otherApi', 'http://one.example', 'key')).not.toBe(one);
	});

	it('waits as long as it should when the time of day steps back by an hour', async () => {
		const { pacer } = accountOf('tryApi', 'http://one.example', 'stepping');
		const turn = await pacer.turn(ticket);
		pacer.refused(turn, { retryAfter: 50 });
		const now = Date.now;
		const steppingBack = jest.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000);
		const began = performance.now();
		await pacer.turn({ ...ticket, isRepeat: true });
		steppingBack.mockRestore();
		expect(performance.now() - began).toBeGreaterThan(45);
		expect(performance.now() - began).toBeLessThan(5_000);
	});
});
