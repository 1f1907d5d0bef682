import { join } from 'node:path';

import { explainBuildFailure, nodeHeaders } from './buildTools';
import { CommandFailed, runCommand } from './command';

/** The ready-made binary has 2 MB; a firewall that drops packets would keep us waiting for minutes. */
const DOWNLOAD_TIMEOUT_MS = 60_000;

/**
 * Brings n8n's database module to where it can be loaded: with the ready-made binary from GitHub, or compiled where that
 * cannot be reached.
 *
 * @param modules the `node_modules` folder that holds `sqlite3`.
 * @throws with what has to be installed for it.
 */
export async function prepareSqlite(modules: string): Promise<void> {
	const cwd = join(modules, 'sqlite3');
	const download = [join(modules, 'prebuild-install', 'bin.js'), '--runtime', 'napi'];
	try {
		await runCommand(process.execPath, download, { cwd, timeoutMs: DOWNLOAD_TIMEOUT_MS });
	} catch {
		await compile(cwd, modules);
	}
}

async function compile(cwd: string, modules: string): Promise<void> {
	// The node-gyp that sqlite3 brings along fails under Python 3.12 and newer; npm names its own to what it runs.
	const nodeGyp = process.env.npm_config_node_gyp ?? join(modules, 'node-gyp', 'bin', 'node-gyp.js');
	const headers = nodeHeaders();
	// The demo's database is small: a light optimisation compiles in half the time.
	const env = { JOBS: 'max', CFLAGS: '-O1', ...(headers !== undefined && { npm_config_nodedir: headers }) };
	try {
		await runCommand(process.execPath, [nodeGyp, 'rebuild'], { cwd, env });
	} catch (error) {
		if (!(error instanceof CommandFailed)) throw error;
		throw new Error(`${explainBuildFailure()}\n\n${error.message}`);
	}
}
