import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runNpm } from './command';

interface LockFile {
	packages: Record<string, { name?: string; version: string; resolved?: string; link?: boolean }>;
}

/**
 * Does something while a twin of the lock file that names every package's download address lies beside it; npm prefers
 * the twin (`npm-shrinkwrap.json`). The lock file itself names none, so that it serves every registry, and npm would
 * first have to read the description of each package: 1 to 2 minutes for n8n.
 *
 * @see https://docs.npmjs.com/cli/configuring-npm/npm-shrinkwrap-json
 */
export async function withDownloadAddresses(folder: string, work: () => Promise<void>): Promise<void> {
	const registry = (await runNpm(['config', 'get', 'registry'], { cwd: folder })).trim().replace(/\/$/, '');
	const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as LockFile;
	for (const [path, entry] of Object.entries(lock.packages)) {
		if (path === '' || entry.link === true) continue;
		const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
		const file = `${name.slice(name.indexOf('/') + 1)}-${entry.version}.tgz`;
		entry.resolved ??= `${registry}/${name}/-/${file}`;
	}
	const twin = join(folder, 'npm-shrinkwrap.json');
	const remove = (): void => rmSync(twin, { force: true });
	// Left behind by an interruption it would outrank a newer lock file.
	process.once('exit', remove);
	await writeFile(twin, JSON.stringify(lock));
	try {
		await work();
	} finally {
		remove();
	}
}
