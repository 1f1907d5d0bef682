import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { runNpm } from './command';
import { withDownloadAddresses } from './lockAddresses';
import locked from './n8n/package.json';
import { N8N_FOLDER, ROOT } from './paths';
import { prepareSqlite } from './prepareSqlite';
import { step } from './steps';

/** n8n 2.41 refuses to start on an older one (`engines` in its package.json). */
const N8N_NEEDS_NODE = 24;
/** The packages, Node for them, and npm's own cache. */
const NEEDED_BYTES = 4e9;

export interface N8nInstallation {
	/** Holds its `node_modules`. */
	folder: string;
	/** The Node that runs n8n: this one when it is new enough. */
	node: string;
	/** n8n's command line script. */
	cli: string;
}

/**
 * Installs n8n from the lock file in `demo/n8n`, as far as that has not been done. Each stage leaves its mark after it
 * has ended, so what was interrupted is done again and what was completed is not.
 *
 * @param version another n8n, e.g. `1.123`, into a folder of its own; without a lock file.
 * @throws when the disk is too full, or a stage fails; the message says what to do about it.
 */
export async function installN8n(version?: string): Promise<N8nInstallation> {
	const folder = version === undefined ? N8N_FOLDER : await folderFor(version);
	const modules = join(folder, 'node_modules');
	const needsNode = Number(process.versions.node.split('.')[0]) < N8N_NEEDS_NODE;
	const stage = await stages(folder, version === undefined ? 'package-lock.json' : 'package.json');
	const packages = async () => await installPackages(folder, version === undefined ? 'ci' : 'install');
	await stage(
		'packages',
		`Installing n8n ${version ?? ''}`.trim(),
		packages,
		'about 0.8 GB to download and 2.9 GB on disk, a few minutes, once',
	);
	// Compiling keeps one core busy for most of a minute: Node is fetched meanwhile.
	await Promise.all([
		stage(
			'sqlite3',
			"Preparing n8n's database module",
			async () => await prepareSqlite(modules),
			'up to a minute, once',
		),
		needsNode && stage('node', `Fetching Node ${N8N_NEEDS_NODE} for n8n`, async () => await fetchNode(folder), 'once'),
	]);
	const node = needsNode ? bundledNode(folder) : process.execPath;
	return { folder, node, cli: join(modules, 'n8n', 'bin', 'n8n') };
}

/** The folder of another n8n, with all that it takes to install it. */
async function folderFor(version: string): Promise<string> {
	const folder = join(ROOT, '.data', 'n8n', version);
	const dependencies = { ...locked.dependencies, n8n: version };
	// n8n 1.x wants it from a server of its makers, which a closed network does not reach.
	const overrides = { xlsx: '0.18.5' };
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, overrides }));
	return folder;
}

function bundledNode(folder: string): string {
	return join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

type Stage = (name: string, label: string, work: () => Promise<void>, hint: string) => Promise<void>;

/** @param list the file that says what is to be installed: when it changes, all is done anew. */
async function stages(folder: string, list: string): Promise<Stage> {
	const wanted = await readFile(join(folder, list));
	const mark = [createHash('sha256').update(wanted).digest('hex'), process.platform, process.arch].join(' ');
	return async (name, label, work, hint) => {
		const file = join(folder, 'node_modules', '.stages', name);
		if ((await readFile(file, 'utf8').catch(() => '')) === mark) return;
		await step(label, work, hint);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, mark);
	};
}

async function installPackages(folder: string, command: 'ci' | 'install'): Promise<void> {
	await rm(join(folder, 'node_modules'), { recursive: true, force: true });
	const { bavail, bsize } = await statfs(folder);
	if (bavail * bsize < NEEDED_BYTES) {
		const free = ((bavail * bsize) / 1e9).toFixed(1);
		throw new Error(`n8n needs about 4 GB on the disk that holds ${folder}; ${free} GB are free.`);
	}
	// Of all the install scripts only two are needed, and some download what closed networks do not give.
	const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
	const install = async (): Promise<void> => void (await runNpm([command, ...options], { cwd: folder }));
	if (command === 'install') return await install();
	// A registry that keeps its files at other addresses than usual takes the longer way.
	await withDownloadAddresses(folder, install).catch(install);
}

async function fetchNode(folder: string): Promise<void> {
	await runNpm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'], { cwd: folder });
	if (!existsSync(bundledNode(folder))) throw new Error(`npm did not fetch Node ${N8N_NEEDS_NODE} (package "node").`);
}
