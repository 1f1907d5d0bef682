import { constants } from 'node:os';

import { stopChildren } from './children';

/** A terminal and npm may both hand on one and the same Ctrl-C; a person is slower. */
const SECOND_SIGNAL_MS = 500;
const ORPHAN_CHECK_MS = 1_000;

/**
 * Makes this process stop its children before it leaves: on Ctrl-C (a second one forces), when it is asked to end, when
 * the terminal is closed, and when npm, which started it, has been killed and cannot hand that on.
 *
 * @returns tells whether it is stopping.
 */
export function stopChildrenOnSignals(): () => boolean {
	let since: number | undefined;
	const stop = (name: NodeJS.Signals): void => {
		const status = 128 + constants.signals[name];
		if (since !== undefined) {
			if (Date.now() - since > SECOND_SIGNAL_MS) process.exit(status);
			return;
		}
		since = Date.now();
		console.log('\nStopping n8n and the sandbox …');
		void stopChildren().then(() => process.exit(status));
	};
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(name));

	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && since === undefined && stop('SIGTERM'), ORPHAN_CHECK_MS).unref();
	return () => since !== undefined;
}

/**
 * Runs a program that starts children, and ends this process with the status that it answers.
 *
 * @param what it is, for the line that says why it stopped.
 */
export function runUntilStopped(what: string, program: () => Promise<number>): void {
	const isInterrupted = stopChildrenOnSignals();
	program()
		.catch((error: unknown) => {
			if (!isInterrupted())
				console.error(`\n${what} stopped: ${error instanceof Error ? error.message : String(error)}`);
			return 1;
		})
		.then(async (status) => {
			await stopChildren();
			if (!isInterrupted()) process.exit(status);
		});
}
