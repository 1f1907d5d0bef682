const { transform } = require('../../jest.config');

/** Run by `main.ts`, which starts what these tests need. @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	rootDir: __dirname,
	testTimeout: 180_000,
	transform,
};
