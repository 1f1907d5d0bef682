import { sleep } from 'n8n-workflow';

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

/**
 * Waits, and ends with its signal on every version of n8n: the `sleep` of older ones knows no signal, so its timer
 * ticks to its end there and nobody waits for it.
 *
 * @throws the signal's reason when it aborts
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
	if (!signal) return await sleep(ms);
	signal.throwIfAborted();
	let stop!: () => void;
	const stopped = new Promise<never>((_, reject) => (stop = () => reject(signal.reason as Error)));
	signal.addEventListener('abort', stop);
	try {
		await Promise.race([sleep(ms, signal), stopped]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

/** The duration, up to a fifth longer: workers that were refused together must not come back together. */
export function jitter(ms: number, random = Math.random): number {
	return ms * (1 + random() / 5);
}
