/** Shorter than the ten seconds after which a silent program looks like a hanging one. */
const SIGN_OF_LIFE_MS = 8_000;
const MOVES_MS = 1_000;

/**
 * Does one step of the demo, and says so: when it starts, while it lasts, and when it is done. In a terminal that is
 * one line which moves, elsewhere a line every few seconds.
 *
 * @param hint said once, at the start.
 */
export async function step<T>(label: string, work: () => Promise<T>, hint?: string): Promise<T> {
	const started = Date.now();
	const elapsed = (): string => `${Math.round((Date.now() - started) / 1000)} s`;
	const { stdout } = process;
	const begun = `> ${label}${hint === undefined ? '' : ` (${hint})`} …`;
	const say = (line: string, end = '\n') => stdout.write(stdout.isTTY ? `\r\x1b[2K${line}${end}` : `${line}\n`);
	say(begun, '');
	const signOfLife = stdout.isTTY
		? setInterval(() => say(`${begun} ${elapsed()}`, ''), MOVES_MS)
		: setInterval(() => say(`  … ${label}: ${elapsed()}`), SIGN_OF_LIFE_MS);
	try {
		const result = await work();
		say(`✓ ${label}: ${elapsed()}`);
		return result;
	} catch (error) {
		say(`✗ ${label}: ${elapsed()}`);
		throw error;
	} finally {
		clearInterval(signOfLife);
	}
}
