/** Shorter than the ten seconds after which a silent program looks like a hanging one. */
const SIGN_OF_LIFE_MS = 8_000;

/**
 * Does one step of the demo, and says so: when it starts, every few seconds while it lasts, and when it is done.
 *
 * @param hint said once, at the start.
 */
export async function step<T>(label: string, work: () => Promise<T>, hint?: string): Promise<T> {
	const started = Date.now();
	const elapsed = (): string => `${Math.round((Date.now() - started) / 1000)} s`;
	console.log(`> ${label}${hint === undefined ? '' : ` (${hint})`} …`);
	const signOfLife = setInterval(() => console.log(`  … ${label}: ${elapsed()}`), SIGN_OF_LIFE_MS);
	try {
		const result = await work();
		console.log(`✓ ${label}: ${elapsed()}`);
		return result;
	} finally {
		clearInterval(signOfLife);
	}
}
