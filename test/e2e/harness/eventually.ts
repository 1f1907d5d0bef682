const POLL_MS = 200;

export const pause = async (ms: number): Promise<void> => await new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Looks again and again until what it sees will do.
 *
 * @throws with what was seen last when that has not come about in time.
 */
export async function eventually<T>(
	look: () => Promise<T>,
	willDo: (seen: T) => boolean,
	timeoutMs = 60_000,
): Promise<T> {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const seen = await look();
		if (willDo(seen)) return seen;
		if (Date.now() > deadline)
			throw new Error(`After ${timeoutMs / 1000} s there is still: ${JSON.stringify(seen).slice(0, 2_000)}`);
		await pause(POLL_MS);
	}
}
