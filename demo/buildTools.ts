import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Each tool with the commands any of which provides it. */
const TOOLS: Array<[name: string, commands: string[]]> = [
	['Python 3', ['python3', 'python']],
	['make', ['make']],
	['a C++ compiler', ['c++', 'g++', 'clang++']],
];

const HOW_TO_INSTALL: Partial<Record<NodeJS.Platform, string>> = {
	linux: 'Debian or Ubuntu: sudo apt-get install -y python3 make g++ (other systems: the packages of the same names)',
	darwin: 'macOS: xcode-select --install',
	win32:
		'Windows: winget install Python.Python.3.12 Microsoft.VisualStudio.2022.BuildTools, then add the workload "Desktop development with C++"',
};

/** The prefix that holds `include/node/node.h` of the Node that runs this, or undefined where it came without headers. */
export function nodeHeaders(): string | undefined {
	const prefix = dirname(dirname(process.execPath));
	return existsSync(join(prefix, 'include', 'node', 'node.h')) ? prefix : undefined;
}

/**
 * Why `sqlite3` could not be built, in words that say what to install. n8n keeps its data in SQLite; the module comes as
 * a ready-made binary from GitHub, and where that cannot be reached it is compiled.
 */
export function explainBuildFailure(): string {
	const missing = TOOLS.filter(([, commands]) => !commands.some(isThere)).map(([name]) => name);
	const lines = ["n8n's database module (sqlite3) could neither be downloaded ready-made nor compiled."];
	if (missing.length > 0 || process.platform === 'win32') {
		lines.push(
			`Compiling needs what is missing here: ${missing.join(', ') || 'the C++ build tools'}.`,
			HOW_TO_INSTALL[process.platform] ?? 'Install them with the package manager of this system.',
		);
	}
	if (nodeHeaders() === undefined && process.platform !== 'win32') {
		lines.push(
			"Node's C++ headers are not beside this Node and could not be downloaded.",
			'Debian or Ubuntu: sudo apt-get install -y libnode-dev; the archives of nodejs.org contain them.',
		);
	}
	return lines.join('\n');
}

function isThere(command: string): boolean {
	return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
