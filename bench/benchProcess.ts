import type { Bench } from './figures';

/** Runs one bench, in a process of its own so that memory and what the nodes learn of an account are its own. */
async function main(): Promise<void> {
	const [name] = process.argv.slice(2);
	const { bench } = (await import(`./benches/${name}`)) as { bench: Bench };
	const figures = await bench();
	// n8n's engine leaves timers behind that would keep the process alive.
	process.send?.(figures, () => process.exit(0));
}

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit(1));
main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exit(1);
});
