import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a second run from opening the same database, until this process ends.
 *
 * @param pid the process that uses the folder.
 */
export async function holdFolder(folder: string, pid: number): Promise<void> {
	const file = join(folder, 'n8n.pid');
	process.once('exit', () => rmSync(file, { force: true }));
	await writeFile(file, String(pid));
}

/** @throws when somebody uses this folder's database. */
export async function refuseWhenHeld(folder: string): Promise<void> {
	const pid = Number(await readFile(join(folder, 'n8n.pid'), 'utf8').catch(() => 0));
	if (pid > 0 && isAlive(pid)) {
		throw new Error(
			`It is running already: process ${pid} uses ${folder}. End it first (Ctrl-C there, or kill ${pid}).`,
		);
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
