import { join } from 'node:path';

import { startChild, stopChildren } from '../demo/children';
import { stopChildrenOnSignals } from '../demo/lifecycle';
import { ROOT } from '../demo/paths';

/**
 * Runs jest in a process of its own.
 *
 * @param folder where its `jest.config.js` is.
 * @returns its status.
 */
export async function runJest(folder: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
	const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const child = startChild(process.execPath, [jest, '--config', join(folder, 'jest.config.js'), ...args], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, ...env },
	});
	return await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
}

/** Ends this process with the status that `main` answers, and what it started with it. */
export function exitWith(main: () => Promise<number>): void {
	const isInterrupted = stopChildrenOnSignals();
	void main()
		.catch((error: unknown) => {
			if (!isInterrupted())
				console.error(`\nThe tests could not be run: ${error instanceof Error ? error.message : String(error)}`);
			return 1;
		})
		.then(async (status) => {
			await stopChildren();
			if (!isInterrupted()) process.exit(status);
		});
}
