import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a second demo from opening the same database, until this process ends.
 *
 * @param pid n8n's process.
 */
export async function holdFolder(folder: string, pid: number): Promise<void> {
	const file = join(folder, 'n8n.pid');
	process.once('exit', () => rmSync(file, { force: true }));
	await writeFile(file, String(pid));
}

/** @throws when an n8n is running on this folder's database. */
export async function refuseWhenHeld(folder: string): Promise<void> {
	const pid = Number(await readFile(join(folder, 'n8n.pid'), 'utf8').catch(() => 0));
	if (pid > 0 && isAlive(pid)) {
		throw new Error(`The demo is running already: its n8n is process ${pid}. End it first (Ctrl-C there, or kill ${pid}).`);
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
