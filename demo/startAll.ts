import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import { listAsCommunityPackage } from './communityList';
import { holdFolder, refuseWhenHeld } from './folderLock';
import { installN8n } from './installN8n';
import { N8nClient, OWNER } from './n8nClient';
import { installNodes, packNodes } from './packNodes';
import { publishAgain } from './publish';
import { type RunningSandbox, startSandbox, tellsSandbox } from './sandbox';
import { seedCredentials, seedWorkflows, type Workflow } from './seed';
import { type RunningN8n, startN8n } from './startN8n';
import { step } from './steps';

export interface StartAllOptions {
	/** Becomes n8n's `N8N_USER_FOLDER`; held until this process ends. */
	userFolder: string;
	/** Whether what is in the folder is thrown away first. */
	isFresh?: boolean;
	/** Added to n8n's environment. */
	env?: NodeJS.ProcessEnv;
}

export interface Everything {
	server: RunningN8n;
	sandbox: RunningSandbox;
	/** Logged in as the owner. */
	n8n: N8nClient;
	/** The examples, as n8n has them. */
	workflows: Workflow[];
}

/**
 * Starts n8n with the nodes installed as users install them, and the sandbox, and loads the account, a credential for
 * each provider and the examples.
 */
export async function startAll({ userFolder, isFresh, env }: StartAllOptions): Promise<Everything> {
	await refuseWhenHeld(userFolder);
	if (isFresh === true) await rm(userFolder, { recursive: true, force: true });
	const [installation] = await Promise.all([
		installN8n(),
		step('Building and packing the nodes', async () => {
			await installNodes(await packNodes(join(userFolder, 'package')), userFolder);
		}),
	]);
	const sandboxPort = await freePort(4010, 'The sandbox');
	const port = await freePort(5678, 'n8n');
	const [sandbox, server] = await step(
		'Starting n8n and the sandbox',
		async () =>
			await Promise.all([
				startSandbox(sandboxPort),
				startN8n({ installation, userFolder, port, env: { ...tellsSandbox(sandboxPort), ...env } }),
			]),
	);
	await holdFolder(userFolder, server.pid);
	const n8n = new N8nClient(server.url);
	const workflows = await step('Loading the account, the credentials and the examples', async () => {
		await n8n.logIn();
		await listAsCommunityPackage(installation, userFolder);
		const seeded = await seedWorkflows(n8n, await seedCredentials(n8n, sandbox.url), sandbox.url);
		await publishAgain(n8n);
		return seeded;
	});
	return { server, sandbox, n8n, workflows };
}

/**
 * Where to find what runs, as lines to print.
 *
 * @param page of the editor, e.g. `/workflow/1`.
 * @param more lines about the editor's pages.
 */
export function addressesOf({ server, sandbox }: Everything, page = '', more: string[] = []): string[] {
	return [
		`Editor   ${server.url}${page}`,
		`Login    ${OWNER.email} / ${OWNER.password}`,
		...more,
		`Inbox    ${sandbox.url} (what the customers see)`,
		`Log      ${server.logFile}`,
	];
}

async function freePort(usual: number, who: string): Promise<number> {
	const port = await getPort({ port: usual });
	if (port !== usual) console.log(`Port ${usual} is taken: ${who} uses ${port}.`);
	return port;
}
