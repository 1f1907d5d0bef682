import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import type { N8nInstallation } from '../../../demo/installN8n';
import { startN8n, type RunningN8n } from '../../../demo/startN8n';
import { E2E_DATA } from './addresses';
import type { SecondN8n } from './onPostgres';
import { startPostgres, type RunningPostgres } from './postgres';
import { startSwitch } from './switch';

/**
 * Lets the tests have a second n8n, on PostgreSQL.
 *
 * @returns the URL that takes `POST /start`, `/freeze`, `/thaw` and `/stop`.
 */
export async function startPostgresSwitch(installation: N8nInstallation): Promise<string> {
	let database: RunningPostgres | undefined;
	let n8n: RunningN8n | undefined;
	return await startSwitch({
		'/start': async (): Promise<SecondN8n> => {
			const userFolder = join(E2E_DATA, 'on-postgres');
			await rm(userFolder, { recursive: true, force: true });
			const nodes = join('.n8n', 'nodes');
			await cp(join(E2E_DATA, nodes), join(userFolder, nodes), { recursive: true });
			database = await startPostgres();
			n8n = await startN8n({ installation, userFolder, port: await getPort(), env: database.env });
			return { n8n: n8n.url, databasePort: database.port };
		},
		'/freeze': async () => database?.freeze(),
		'/thaw': async () => database?.thaw(),
		'/stop': async () => {
			database?.thaw();
			await n8n?.stop();
			await database?.stop();
		},
	});
}
