import { startChild, stopChild } from './children';

const LINES_SHOWN = 25;

/** A program that ended with another status than 0; `output` is all that it printed. */
export class CommandFailed extends Error {
	constructor(
		readonly command: string,
		status: number | string | null,
		readonly output: string,
	) {
		const tail = output.trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
		super(`"${command}" ended with ${status}${tail === '' ? '' : `. Its last lines:\n\n${tail}`}`);
	}
}

interface CommandOptions {
	cwd: string;
	/** Whom it runs as, where that is not who runs this. */
	uid?: number;
	gid?: number;
	/** Added to this process's environment. */
	env?: NodeJS.ProcessEnv;
	shell?: boolean;
	/** After this time the program is ended, which counts as a failure. */
	timeoutMs?: number;
}

/**
 * Runs a program to its end and answers what it printed.
 *
 * @throws CommandFailed with the program's last lines.
 */
export async function runCommand(
	command: string,
	args: string[],
	{ env, shell = false, timeoutMs, ...options }: CommandOptions,
): Promise<string> {
	const child = startChild(command, args, {
		...options,
		shell,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	const collect = (chunk: Buffer): void => void (output += chunk.toString());
	child.stdout?.on('data', collect);
	child.stderr?.on('data', collect);
	const timeout = timeoutMs === undefined ? undefined : setTimeout(() => void stopChild(child), timeoutMs);
	const line = [command, ...args].join(' ');
	return await new Promise((resolve, reject) => {
		child.once('error', (error) => reject(new CommandFailed(line, error.message, output)));
		child.once('close', (status, signal) => {
			clearTimeout(timeout);
			if (status === 0) resolve(output);
			else reject(new CommandFailed(line, status ?? signal, output));
		});
	});
}

/** Runs npm, which is a script that only a shell finds on Windows. */
export async function runNpm(args: string[], options: CommandOptions): Promise<string> {
	return await runCommand('npm', args, { ...options, shell: process.platform === 'win32' });
}
