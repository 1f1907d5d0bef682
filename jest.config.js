/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/versions/'],
	setupFilesAfterEnv: ['<rootDir>/test/engine/setup.ts'],
	// More than the sandbox may take to start: see `test/sandboxClient/sandboxProcess.ts`.
	testTimeout: 90_000,
	// n8n's modules are loaded anew for each file, and not all of them can be collected.
	workerIdleMemoryLimit: '1500MB',
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, sourceMaps: 'inline' }],
	},
	coverageThreshold: { global: { lines: 95 } },
	coverageReporters: ['text-summary'],
	collectCoverageFrom: ['nodes/**/*.ts', 'credentials/**/*.ts'],
};
