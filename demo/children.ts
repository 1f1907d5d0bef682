import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

/** n8n finishes what it is executing before it leaves; this is enough for most of the demo's short workflows. */
const PATIENCE_MS = 5_000;

const WINDOWS = process.platform === 'win32';

const running = new Set<ChildProcess>();
let isStopping = false;

// The last resort, when this process leaves without having stopped its children.
process.on('exit', () => running.forEach(endGroup));

/**
 * Starts a program in a process group of its own: Ctrl-C in the terminal reaches this process only, which stops its
 * children in order, together with whatever they started (n8n's task runner, a compiler).
 */
export function startChild(command: string, args: string[], options: SpawnOptions = {}): ChildProcess {
	if (isStopping) throw new Error(`"${command}" is not started: the demo is stopping.`);
	const child = spawn(command, args, { ...options, detached: !WINDOWS, windowsHide: true });
	running.add(child);
	child.once('error', () => running.delete(child));
	child.once('exit', () => {
		endGroup(child);
		running.delete(child);
	});
	return child;
}

/** Resolves when the program has ended; asks politely first. */
export async function stopChild(child: ChildProcess): Promise<void> {
	if (!running.has(child)) return;
	const ended = new Promise((resolve) => child.once('exit', resolve));
	const force = setTimeout(() => endGroup(child), PATIENCE_MS);
	if (WINDOWS) endGroup(child);
	else child.kill('SIGTERM');
	await ended;
	clearTimeout(force);
}

/** Stops every program that `startChild` started; none can be started after that. */
export async function stopChildren(): Promise<void> {
	isStopping = true;
	await Promise.all([...running].map(stopChild));
}

function endGroup({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		if (WINDOWS) execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
		else process.kill(-pid, 'SIGKILL');
	} catch {
		// Nobody is left in the group: what was wanted.
	}
}
