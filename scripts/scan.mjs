// Runs n8n's scanner of community packages over what would be published and over its source. The scanner's own
// command asks for a version that is published already, and ends with status 0 whatever it finds.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SCANNER = '@n8n/scan-community-package';
const VERSION = '0.32.0';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'scan-'));
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: 'utf8' });

try {
	console.log(`> Installing ${SCANNER}@${VERSION} …`);
	run('npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `${SCANNER}@${VERSION}`);
	const tarball = run('npm', 'pack', root, '--silent', '--ignore-scripts').trim().split('\n').at(-1);
	run('tar', '-xzf', tarball);
	// Where nothing was built the scanner finds nothing to complain of.
	if (!existsSync(join(folder, 'package', 'dist'))) throw new Error('There is no dist: npm run build comes first.');
	const scanner = join(folder, 'node_modules', SCANNER, 'scanner', 'scanner.mjs');
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(pathToFileURL(scanner).href);

	const scans = [
		['the source', root, SOURCE_FILE_PATTERNS],
		['what would be published', join(folder, 'package'), ['**/*.js', 'package.json']],
	];
	for (const [name, path, patterns] of scans) {
		const { passed, message, details = '' } = await analyzePackage(path, patterns);
		console.log(passed ? `✓ n8n's scanner finds nothing in ${name}.` : `✗ ${name}: ${message}\n${details}`);
		if (!passed) process.exitCode = 1;
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
