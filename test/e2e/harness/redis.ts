import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import getPort from 'get-port';

import { startChild, stopChild } from '../../../demo/children';
import { eventually } from './eventually';
import { HOST } from './postgresPrograms';
import { findRedis, REDIS_NEEDED } from './redisProgram';

export interface RunningRedis {
	port: number;
	stop(): Promise<void>;
}

/**
 * Starts an empty Redis on 127.0.0.1, which keeps nothing on disk.
 *
 * @throws when it is not installed, with what to install.
 */
export async function startRedis(): Promise<RunningRedis> {
	const program = findRedis();
	if (program === undefined) throw new Error(`The test of queue mode ${REDIS_NEEDED}`);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-partoo-redis-'));
	const port = await getPort();
	const settings = ['--port', String(port), '--bind', HOST, '--save', '', '--appendonly', 'no', '--dir', folder];
	const child = startChild(program, settings, { stdio: 'ignore' });
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	await eventually(
		async () => await listens(port),
		(isThere) => isThere,
	);
	return {
		port,
		stop: async () => {
			await stopChild(child);
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, HOST);
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
