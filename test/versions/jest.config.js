const { existsSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { name, version } = require('../../package.json');
const { testEnvironment, testTimeout, transform } = require('../../jest.config');

const [ESM] = Object.values(transform);
const rootDir = join(__dirname, '..', '..');
/** What `main.ts` installed. */
const installed = JSON.parse(process.env.N8N_VERSIONS ?? '[]');

/** Below it n8n has parts missing that the nodes need: there the one test is that they say so. */
const isTooOld = ({ n8n }) => n8n === '1.82';

/** The same tests for each n8n, whose engine and whose copy of the packed nodes stand in the place of ours. */
function project({ n8n, folder }) {
	const { resolve } = createRequire(join(folder, 'package.json'));
	const core = resolve('n8n-core');
	const backend = join(folder, 'node_modules', '@n8n', 'backend-common');
	return {
		displayName: n8n,
		rootDir,
		roots: ['<rootDir>/test/versions'],
		testMatch: [isTooOld({ n8n }) ? '**/tooOld.test.ts' : '**/!(tooOld).test.ts'],
		testEnvironment,
		// The engine of 2.0 requires modules that are no CommonJS, which Node can and jest cannot.
		transform: {
			...transform,
			'/node_modules/(p-retry|is-network-error|p-queue|p-timeout|eventemitter3)/.+\\.js$': ESM,
		},
		transformIgnorePatterns: [],
		setupFilesAfterEnv: ['<rootDir>/test/engine/setup.ts'],
		globals: { tried: { n8n, core, nodes: join(folder, 'node_modules', name), version } },
		moduleNameMapper: {
			'^n8n-core$': '<rootDir>/test/versions/n8nCore.js',
			'^n8n-workflow$': resolve('n8n-workflow'),
			'^@n8n/di$': resolve('@n8n/di'),
			// Its one part that the harness uses was in n8n-core before.
			'^@n8n/backend-common$': existsSync(backend) ? resolve('@n8n/backend-common') : core,
			'^\\.\\..*/((?:nodes|credentials)/.+\\.(?:node|credentials))$': join(
				folder,
				'node_modules',
				name,
				'dist',
				'$1.js',
			),
		},
	};
}

/** Run by `main.ts`. @type {import('jest').Config} */
module.exports = {
	rootDir,
	testTimeout,
	projects: installed.map(project),
	reporters: ['default', '<rootDir>/test/versions/tableReporter.js'],
};
