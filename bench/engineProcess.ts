import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

import { engineEnvironment, temporaryFolder } from './environment';

/** Starts a script of this folder in a process that may load n8n's engine, with a user folder of its own. */
export function forkEngine(script: string, args: string[] = [], userFolder = temporaryFolder()): ChildProcess {
	return fork(join(__dirname, script), args, {
		execArgv: ['--import', 'tsx', '--expose-gc'],
		env: engineEnvironment(userFolder),
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
}

/**
 * The next message of a process.
 *
 * @throws when it ends without one
 */
export async function nextMessage<T>(child: ChildProcess): Promise<T> {
	return await new Promise<T>((resolve, reject) => {
		const onExit = (status: number | null) =>
			reject(new Error(`${child.spawnargs.at(-1)} ended with status ${status}`));
		child.once('exit', onExit);
		child.once('message', (message) => {
			child.off('exit', onExit);
			resolve(message as T);
		});
	});
}
