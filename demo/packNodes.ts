import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { name as PACKAGE } from '../package.json';
import { runCommand, runNpm } from './command';
import { ROOT } from './paths';

/** Builds `dist`. */
export async function buildNodes(): Promise<void> {
	await runCommand(process.execPath, [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], { cwd: ROOT });
}

/**
 * Builds the package and packs it as it would be published.
 *
 * @param folder where the tarball goes.
 * @returns the tarball's path.
 */
export async function packNodes(folder: string): Promise<string> {
	await buildNodes();
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const options = ['--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder];
	const packed = JSON.parse(await runNpm(['pack', ...options], { cwd: ROOT })) as [{ filename: string }];
	return join(folder, packed[0].filename);
}

/**
 * Installs the tarball where n8n keeps community packages, so that its nodes load under the names that users have
 * (`n8n-nodes-partoo.partoo`). The package has no dependencies and its one peer is n8n's own: nothing is downloaded.
 *
 * @param userFolder n8n's `N8N_USER_FOLDER`.
 */
export async function installNodes(tarball: string, userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	await mkdir(nodes, { recursive: true });
	// n8n's own words for this file; without it npm would install into the next folder above that has one.
	const ledger = { name: 'installed-nodes', private: true, dependencies: {} };
	await writeFile(join(nodes, 'package.json'), JSON.stringify(ledger, null, 2), { flag: 'wx' }).catch(ignoreExisting);
	// The version stays the same while the code changes; npm would keep what is there.
	const stale = [join('node_modules', PACKAGE), join('node_modules', '.package-lock.json'), 'package-lock.json'];
	await Promise.all(stale.map((path) => rm(join(nodes, path), { recursive: true, force: true })));
	const options = ['--ignore-scripts', '--legacy-peer-deps', '--prefer-offline', '--no-package-lock'];
	await runNpm(['install', ...options, '--no-audit', '--no-fund', '--loglevel=error', tarball], { cwd: nodes });
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
	if (error.code !== 'EEXIST') throw error;
}
