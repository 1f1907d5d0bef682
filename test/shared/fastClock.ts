import { clock, pause } from '../../nodes/shared/pacing/clock';

/** So many times faster than the real time the nodes wait here; a limit that they meet has to be as much faster. */
export const SPEED = 10;

/** In the tests of a file the nodes wait a tenth of the time, e.g. 100 ms for a `Retry-After` of a second. */
export function useFastClock(): void {
	const real = { ...clock };
	beforeAll(() => {
		clock.now = () => performance.now() * SPEED;
		clock.sleep = async (ms, signal) => await pause(ms / SPEED, signal);
	});
	afterAll(() => void Object.assign(clock, real));
}

/** Answers how many milliseconds went by for the nodes since it was made. */
export function stopwatch(): () => number {
	const began = clock.now();
	return () => clock.now() - began;
}
