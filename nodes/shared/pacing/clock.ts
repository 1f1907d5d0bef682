import { pause } from './pause';

/** The time by which something waits. */
export interface Clock {
	/** Milliseconds since a moment that means nothing: for durations. It never steps back, as the time of day may. */
	now(): number;
	/** @throws the signal's reason when it aborts */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/**
 * The clock by which every wait of a run is measured. It is read at each use, and tests put a faster one into it: see
 * `test/shared/fastClock.ts`.
 */
export const clock: Clock = { now: () => performance.now(), sleep: pause };
