import { join } from 'node:path';

import { startChild, stopChildren } from '../../demo/children';
import { stopChildrenOnSignals } from '../../demo/lifecycle';
import { takeOption } from '../../demo/option';
import { packNodes } from '../../demo/packNodes';
import { ROOT } from '../../demo/paths';
import { step } from '../../demo/steps';
import { DATA, install, type Installed } from './install';
import { chosen } from './versions';

/** `npm run test:versions`, or `-- --only 1.85,2.34`; what else stands behind `--` goes to jest. */
async function main(): Promise<number> {
	const { value: only, rest } = takeOption('only', process.argv.slice(2));
	const versions = chosen(only);
	const tarball = await step('Building and packing the nodes', async () => await packNodes(join(DATA, 'package')));
	const installed: Installed[] = [];
	for (const version of versions) installed.push(await install(version, tarball));
	return await runJest(installed, rest);
}

async function runJest(installed: Installed[], args: string[]): Promise<number> {
	const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = join(__dirname, 'jest.config.js');
	const child = startChild(process.execPath, [jest, '--config', config, '--forceExit', ...args], {
		cwd: ROOT,
		stdio: 'inherit',
		env: { ...process.env, N8N_VERSIONS: JSON.stringify(installed) },
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
