import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { startChild, stopChildren } from '../../demo/children';
import { holdFolder, refuseWhenHeld } from '../../demo/folderLock';
import { installN8n } from '../../demo/installN8n';
import { stopChildrenOnSignals } from '../../demo/lifecycle';
import { installNodes, packNodes } from '../../demo/packNodes';
import { takeOption } from '../../demo/option';
import { N8N_FOLDER_VARIABLE, ROOT } from '../../demo/paths';
import { step } from '../../demo/steps';
import { E2E_DATA, STAGE_VARIABLE } from './harness/addresses';
import { setStage } from './harness/setStage';

/**
 * `npm run test:e2e`; what stands behind `--` goes to jest, e.g. `npm run test:e2e -- lifecycle`, but for the version of
 * another n8n: `-- --n8n 1.123 lifecycle filters examples`.
 */
async function main(): Promise<number> {
	const { value: version, rest } = takeOption('n8n', process.argv.slice(2));
	await refuseWhenHeld(E2E_DATA);
	await rm(E2E_DATA, { recursive: true, force: true });
	const [installation] = await Promise.all([
		installN8n(version),
		step('Building, packing and installing the nodes', async () => {
			await installNodes(await packNodes(join(E2E_DATA, 'package')), E2E_DATA);
		}),
	]);
	const stage = await step('Starting n8n and the sandbox', async () => await setStage(installation));
	await holdFolder(E2E_DATA, process.pid);
	return await runJest(rest, { [STAGE_VARIABLE]: JSON.stringify(stage), [N8N_FOLDER_VARIABLE]: installation.folder });
}

/** One file after the other: they share one n8n, and one of them measures it. */
async function runJest(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
	const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(__dirname, 'jest.config.js');
	const child = startChild(process.execPath, [jest, '--config', config, '--runInBand', ...args], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, ...env },
	});
	return await new Promise((resolve) => child.once('exit', (status) => resolve(status ?? 1)));
}

const isInterrupted = stopChildrenOnSignals();
main()
	.catch((error: unknown) => {
		if (!isInterrupted())
			console.error(`\nThe tests could not be run: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	})
	.then(async (status) => {
		await stopChildren();
		if (!isInterrupted()) process.exit(status);
	});
