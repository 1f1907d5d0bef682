import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const PROJECT = path.resolve(__dirname, '../..');
const READY = /^Sandbox ready: (http:\/\/\S+)$/;
/** It takes two seconds of a processor: twenty on a machine where ten wait for each. */
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 2_000;

export interface SandboxProcess {
	url: string;
	stop(): Promise<void>;
}

/**
 * Starts the script (the sandbox, or one that speaks like it) on a free port, in a process of its own so that its work
 * neither slows nor shares memory with what a test measures. tsx is loaded into that process instead of running the `tsx`
 * command, which would put a second process in between.
 */
export async function spawnSandbox(script = 'sandbox/main.ts'): Promise<SandboxProcess> {
	const tsx = pathToFileURL(require.resolve('tsx')).href;
	const child = spawn(process.execPath, ['--import', tsx, script, '--port', '0'], {
		cwd: PROJECT,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const url = await readyUrl(child);
	// Whoever started it may be stopped before it comes to `stop`.
	const end = () => child.kill('SIGKILL');
	process.once('exit', end);
	child.once('exit', () => process.off('exit', end));
	return { url, stop: async () => await stop(child) };
}

async function readyUrl(child: ChildProcess): Promise<string> {
	const { stdout, stderr } = child;
	if (!stdout || !stderr) throw new Error('The sandbox has no output to read');
	let errors = '';
	stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));

	return await new Promise<string>((resolve, reject) => {
		const fail = (reason: string) => {
			clearTimeout(limit);
			child.kill('SIGKILL');
			reject(new Error(`The sandbox did not start: ${reason}\n${errors}`.trim()));
		};
		const limit = setTimeout(() => fail(`not ready within ${START_LIMIT_MS} ms`), START_LIMIT_MS);
		child.once('error', (error) => fail(error.message));
		child.once('exit', (code) => fail(`it ended with status ${code}`));
		createInterface(stdout).on('line', (line) => {
			const url = READY.exec(line)?.[1];
			if (!url) return;
			clearTimeout(limit);
			child.removeAllListeners('exit');
			resolve(url);
		});
	});
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
	child.kill('SIGTERM');
	await ended;
	clearTimeout(limit);
}
