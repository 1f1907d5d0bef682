import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { types } from 'node:util';

// n8n-core writes its settings and binary data below this folder as soon as it is loaded: a test must never
// touch the n8n of the person who runs it. This file runs before the test file imports anything.
const userFolder = mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));

Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_LOG_LEVEL: 'silent',
	N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	GENERIC_TIMEZONE: 'UTC',
	NO_PROXY: '127.0.0.1,localhost',
	no_proxy: '127.0.0.1,localhost',
});

// Jest gives each test file globals of its own, so an Error that Node makes (a refused connection, a missing file)
// is no `instanceof Error` here although it is one in n8n.
const isInstance = Function.prototype[Symbol.hasInstance];
Object.defineProperty(Error, Symbol.hasInstance, {
	value(this: unknown, value: unknown): boolean {
		return isInstance.call(this, value) || (this === Error && types.isNativeError(value));
	},
});

afterAll(() => rmSync(userFolder, { recursive: true, force: true }));
