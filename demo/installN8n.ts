import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { runNpm } from './command';
import { withDownloadAddresses } from './lockAddresses';
import { N8N_FOLDER } from './paths';
import { prepareSqlite } from './prepareSqlite';
import { step } from './steps';

/** n8n 2.41 refuses to start on an older one (`engines` in its package.json). */
const N8N_NEEDS_NODE = 24;
/** 2.7 GB of packages, and npm's own cache of them. */
const NEEDED_BYTES = 4e9;

const MODULES = join(N8N_FOLDER, 'node_modules');
const BUNDLED_NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export interface N8nInstallation {
	/** The Node that runs n8n: this one when it is new enough. */
	node: string;
	/** n8n's command line script. */
	cli: string;
}

/**
 * Installs n8n from the lock file in `demo/n8n`, as far as that has not been done. Each stage leaves its mark after it
 * has ended, so what was interrupted is done again and what was completed is not.
 *
 * @throws when the disk is too full, or a stage fails; the message says what to do about it.
 */
export async function installN8n(): Promise<N8nInstallation> {
	const needsNode = Number(process.versions.node.split('.')[0]) < N8N_NEEDS_NODE;
	const stage = await stages();
	await stage('packages', 'Installing n8n', installPackages, '2 200 packages, two to three minutes, once');
	// Compiling keeps one core busy for most of a minute: Node is fetched meanwhile.
	await Promise.all([
		stage(
			'sqlite3',
			"Preparing n8n's database module",
			async () => await prepareSqlite(MODULES),
			'up to a minute, once',
		),
		needsNode && stage('node', `Fetching Node ${N8N_NEEDS_NODE} for n8n`, fetchNode, 'once'),
	]);
	return { node: needsNode ? BUNDLED_NODE : process.execPath, cli: join(MODULES, 'n8n', 'bin', 'n8n') };
}

type Stage = (name: string, label: string, work: () => Promise<void>, hint: string) => Promise<void>;

async function stages(): Promise<Stage> {
	const lock = await readFile(join(N8N_FOLDER, 'package-lock.json'));
	const mark = [createHash('sha256').update(lock).digest('hex'), process.platform, process.arch].join(' ');
	return async (name, label, work, hint) => {
		const file = join(MODULES, '.stages', name);
		if ((await readFile(file, 'utf8').catch(() => '')) === mark) return;
		await step(label, work, hint);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, mark);
	};
}

async function installPackages(): Promise<void> {
	await rm(MODULES, { recursive: true, force: true });
	const { bavail, bsize } = await statfs(N8N_FOLDER);
	if (bavail * bsize < NEEDED_BYTES) {
		const free = ((bavail * bsize) / 1e9).toFixed(1);
		throw new Error(`n8n needs about 4 GB on the disk that holds ${N8N_FOLDER}; ${free} GB are free.`);
	}
	// Of all the install scripts only two are needed, and some download what closed networks do not give.
	const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
	const install = async (): Promise<void> => void (await runNpm(['ci', ...options], { cwd: N8N_FOLDER }));
	// A registry that keeps its files at other addresses than usual takes the longer way.
	await withDownloadAddresses(N8N_FOLDER, install).catch(install);
}

async function fetchNode(): Promise<void> {
	await runNpm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'], { cwd: N8N_FOLDER });
	if (!existsSync(BUNDLED_NODE)) throw new Error(`npm did not fetch Node ${N8N_NEEDS_NODE} (package "node").`);
}
