import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import getPort from 'get-port';

import { startChild, stopChild } from '../../../demo/children';
import { runCommand } from '../../../demo/command';
import { eventually } from './eventually';
import { DATABASE, findPostgres, HOST, POSTGRES_NEEDED, query, USER } from './postgresPrograms';

/** What a power cut would do is not tried. */
const SETTINGS = [`listen_addresses=${HOST}`, 'unix_socket_directories=', 'fsync=off'];

export interface RunningPostgres {
	/** For its clients, n8n above all. */
	port: number;
	env: NodeJS.ProcessEnv;
	/** Halts all its processes where they are: nothing is answered, and no connection is closed. */
	freeze(): void;
	thaw(): void;
	/** Deletes its data, too. */
	stop(): Promise<void>;
}

/**
 * Starts an empty PostgreSQL on 127.0.0.1. It does not run as root, who starts it as the user `postgres`.
 *
 * @throws when it is not installed, with what to install.
 */
export async function startPostgres(): Promise<RunningPostgres> {
	const programs = findPostgres();
	if (programs === undefined) throw new Error(`The test of a halted database ${POSTGRES_NEEDED}`);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-partoo-postgres-'));
	const user = process.getuid?.() === 0 ? { uid: postgresId('-u'), gid: postgresId('-g') } : undefined;
	if (user) await chown(folder, user.uid, user.gid);
	const options = { cwd: folder, ...user };
	const data = ['-D', join(folder, 'data')];
	await runCommand(join(programs, 'initdb'), [...data, '-U', USER, '--auth=trust', '-E', 'UTF8', '--no-sync'], options);

	const port = await getPort();
	const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
	const child = startChild(join(programs, 'postgres'), [...data, '-p', String(port), ...settings], {
		...options,
		stdio: 'ignore',
	});
	await eventually(
		async () => await query(port, 'SELECT 1').catch(() => 'no answer'),
		(answer) => answer === '1',
	);

	const { pid = 0 } = child;
	let isFrozen = false;
	const thaw = (): void => {
		if (!isFrozen) return;
		for (const one of [...childrenOf(pid), pid]) process.kill(one, 'SIGCONT');
		isFrozen = false;
	};
	process.once('exit', () => {
		thaw();
		rmSync(folder, { recursive: true, force: true });
	});
	return {
		port,
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: HOST,
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: USER,
			DB_POSTGRESDB_DATABASE: DATABASE,
			// Each process has two by itself. A burst of calls takes them for so long that n8n answers 503, or confirms runs
			// that it cannot begin.
			DB_POSTGRESDB_POOL_SIZE: '8',
		},
		freeze: () => {
			isFrozen = true;
			// The main process first: halted, it neither starts nor buries others.
			process.kill(pid, 'SIGSTOP');
			for (const one of childrenOf(pid)) process.kill(one, 'SIGSTOP');
		},
		thaw,
		stop: async () => {
			thaw();
			await stopChild(child);
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function postgresId(which: '-u' | '-g'): number {
	return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

function childrenOf(pid: number): number[] {
	return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/).map(Number))
		.flatMap(([own, parent]) => (parent === pid ? [own!] : []));
}
