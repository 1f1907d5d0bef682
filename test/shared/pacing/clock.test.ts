import { getEventListeners } from 'node:events';
import { jitter, pause } from '../../../nodes/shared/pacing/clock';

const listeners = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

describe('a pause', () => {
	it('ends in time, and listens no longer', async () => {
		const { signal } = new AbortController();
		await pause(5, signal);
		expect(listeners(signal)).toBe(0);
	});

	it('ends with its signal at once, with the reason, and listens no longer', async () => {
		const stop = new AbortController();
		const waiting = pause(60_000, stop.signal);
		stop.abort(new Error('Stop'));
		await expect(waiting).rejects.toThrow('Stop');
		expect(listeners(stop.signal)).toBe(0);
	});

	it('does not begin after its signal', async () => {
		await expect(pause(60_000, AbortSignal.abort(new Error('Stop')))).rejects.toThrow('Stop');
	});
});

it('workers that were refused together come back at different times', () => {
	expect([0, 0.5, 0.999].map((random) => Math.round(jitter(1_000, () => random)))).toEqual([1_000, 1_100, 1_200]);
});
