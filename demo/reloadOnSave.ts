import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { name as PACKAGE } from '../package.json';
import { buildNodes } from './packNodes';
import { ROOT } from './paths';

/** Node 20's own recursive watch loses a file that an editor saves by putting another one in its place. */
const { watch } = createRequire(__filename)('gulp') as {
	/** Runs the task after a change, once more when files changed meanwhile, and never twice at the same time. */
	watch: (globs: string[], options: { cwd: string }, task: () => Promise<void>) => void;
};

/**
 * Builds the nodes whenever one of their files is saved, into the package that n8n has installed. An n8n that was started
 * with `N8N_DEV_RELOAD` watches its installed packages: it reads the new nodes and tells every open editor.
 *
 * @param userFolder n8n's `N8N_USER_FOLDER`, with the package in it.
 */
export function reloadOnSave(userFolder: string): void {
	const installed = join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE, 'dist');
	watch(['nodes/**', 'credentials/**', 'icons/**'], { cwd: ROOT }, async () => {
		try {
			await buildNodes();
			await cp(join(ROOT, 'dist'), installed, { recursive: true });
			console.log('✓ Built: n8n reloads the nodes');
		} catch (error) {
			console.error(`✗ n8n keeps the nodes that it has. ${error instanceof Error ? error.message : String(error)}`);
		}
	});
}
