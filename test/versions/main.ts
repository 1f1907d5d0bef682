import { join } from 'node:path';

import { takeOption } from '../../demo/option';
import { packNodes } from '../../demo/packNodes';
import { step } from '../../demo/steps';
import { exitWith, runJest } from '../runTests';
import { DATA, install, type Installed } from './install';
import { chosen } from './versions';

/** `npm run test:versions`, or `-- --only 1.85,2.34`; what else stands behind `--` goes to jest. */
async function main(): Promise<number> {
	const { value: only, rest } = takeOption('only', process.argv.slice(2));
	const versions = chosen(only);
	const tarball = await step('Building and packing the nodes', async () => await packNodes(join(DATA, 'package')));
	const installed: Installed[] = [];
	for (const version of versions) installed.push(await install(version, tarball));
	return await runJest(__dirname, ['--forceExit', ...rest], { N8N_VERSIONS: JSON.stringify(installed) });
}

exitWith(main);
