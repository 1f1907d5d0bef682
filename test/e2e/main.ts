import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { holdFolder, refuseWhenHeld } from '../../demo/folderLock';
import { installN8n } from '../../demo/installN8n';
import { installNodes, packNodes } from '../../demo/packNodes';
import { takeOption } from '../../demo/option';
import { N8N_FOLDER_VARIABLE } from '../../demo/paths';
import { step } from '../../demo/steps';
import { exitWith, runJest } from '../runTests';
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
	// One file after the other: they share one n8n, and one of them measures it.
	return await runJest(__dirname, ['--runInBand', ...rest], {
		[STAGE_VARIABLE]: JSON.stringify(stage),
		[N8N_FOLDER_VARIABLE]: installation.folder,
	});
}

exitWith(main);
