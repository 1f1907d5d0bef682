import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { runCommand } from '../../../demo/command';

export const HOST = '127.0.0.1';
/** The only user of a database that these tests start, who needs no password, and their database. */
export const USER = 'n8n';
export const DATABASE = 'postgres';

/** Where Debian and Ubuntu keep the server's programs, by version. */
const DEBIAN = '/usr/lib/postgresql';

/** What to do where there is none. */
export const POSTGRES_NEEDED =
	'needs PostgreSQL, and none was found. Debian or Ubuntu: sudo apt-get install -y postgresql. One that is elsewhere is found by the PATH.';

/** The folder with PostgreSQL's programs; undefined where it is not installed. */
export function findPostgres(): string | undefined {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		...versions.map((version) => join(DEBIAN, version, 'bin')),
	];
	return folders.find((folder) => ['initdb', 'postgres', 'psql'].every((program) => existsSync(join(folder, program))));
}

/** Asks a database that `startPostgres` started; answers the rows as text. */
export async function query(port: number, sql: string): Promise<string> {
	const address = ['-h', HOST, '-p', String(port), '-U', USER, '-d', DATABASE];
	return (await runCommand(join(findPostgres()!, 'psql'), [...address, '-tAc', sql], { cwd: tmpdir() })).trim();
}
