import { sleep } from 'n8n-workflow';

/**
 * Waits, and ends with its signal on every version of n8n: the `sleep` of older ones knows no signal, so its timer ticks
 * to its end there and nobody waits for it.
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
