const EVERY_MS = 20;

/** How far the memory of this process rises while the work is done, in megabytes above where it stood before. */
export async function growthDuring<T>(work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
	globalThis.gc?.();
	const before = process.memoryUsage.rss();
	let highest = before;
	const look = () => (highest = Math.max(highest, process.memoryUsage.rss()));
	const timer = setInterval(look, EVERY_MS);
	try {
		const result = await work();
		look();
		return { result, megabytes: (highest - before) / 1e6 };
	} finally {
		clearInterval(timer);
	}
}
