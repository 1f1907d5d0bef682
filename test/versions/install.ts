import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand, runNpm } from '../../demo/command';
import { ROOT } from '../../demo/paths';
import { step } from '../../demo/steps';
import { name as PACKAGE } from '../../package.json';
import type { Version } from './versions';

export const DATA = join(ROOT, '.data', 'versions');

/** An installed n8n with the package beside it. */
export interface Installed {
	n8n: string;
	/** Holds `node_modules`. */
	folder: string;
}

/**
 * Installs the engine of an n8n (`n8n-core`, and `n8n-workflow` and all else that it names) into a folder of its own,
 * unless it is there, and puts the packed nodes beside it.
 */
export async function install({ n8n, core }: Version, tarball: string): Promise<Installed> {
	const version = core ?? (await newestCore());
	const folder = join(DATA, n8n);
	const mark = join(folder, 'installed');
	if ((await readFile(mark, 'utf8').catch(() => '')) !== version) {
		await step(`Installing n8n ${n8n} (n8n-core ${version})`, async () => await installCore(folder, version), 'once');
		await writeFile(mark, version);
	}
	const nodes = join(folder, 'node_modules', PACKAGE);
	await rm(nodes, { recursive: true, force: true });
	await mkdir(nodes);
	await runCommand('tar', ['-xzf', tarball, '-C', nodes, '--strip-components=1'], { cwd: folder });
	return { n8n: core === undefined ? `newest (${version})` : n8n, folder };
}

async function newestCore(): Promise<string> {
	return (await runNpm(['view', 'n8n-core', 'version'], { cwd: ROOT })).trim();
}

async function installCore(folder: string, version: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
	const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
	await runNpm(['install', ...options, `n8n-core@${version}`], { cwd: folder });
}
