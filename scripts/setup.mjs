// Brings a fresh clone to where the commands of package.json can run: installs the development
// dependencies when they are absent or older than the lock file. Uses nothing but Node and npm.
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const MINIMUM_NODE_MAJOR = 20;
const SIGN_OF_LIFE_MS = 8_000;

if (Number(process.versions.node.split('.')[0]) < MINIMUM_NODE_MAJOR) {
	console.error(`Node ${MINIMUM_NODE_MAJOR} or newer is needed, this is ${process.version}.`);
	process.exit(1);
}

/** npm writes this file at the end of every complete installation, and `npm ci` removes it at its beginning. */
const installed = modified(join(root, 'node_modules', '.package-lock.json'));
const locked = modified(join(root, 'package-lock.json'));

if (installed < locked) {
	const started = Date.now();
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	console.log('> Installing the development dependencies (about 30 seconds, once) …');
	const signOfLife = setInterval(() => console.log(`  … development dependencies: ${elapsed()}`), SIGN_OF_LIFE_MS);
	// The engine under test needs no native add-on, so install scripts are not run.
	const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	const status = await new Promise((resolve) => npm.once('error', resolve).once('exit', resolve));
	clearInterval(signOfLife);
	if (status !== 0) {
		console.error('npm could not install the development dependencies; its own message is above.');
		process.exit(1);
	}
	console.log(`✓ Development dependencies (${elapsed()})`);
}

function modified(file) {
	return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
