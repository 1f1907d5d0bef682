import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The environment of a process that loads n8n's engine. n8n-core writes below its user folder as soon as it is
 * required, so the folder has to be known before the process begins: it must not be that of the person at the machine.
 */
export function engineEnvironment(userFolder: string): NodeJS.ProcessEnv {
	return {
		...process.env,
		N8N_USER_FOLDER: userFolder,
		N8N_LOG_LEVEL: 'silent',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		GENERIC_TIMEZONE: 'UTC',
		NO_PROXY: '127.0.0.1,localhost',
		no_proxy: '127.0.0.1,localhost',
	};
}

/** A folder that is gone when this process ends, however it ends. */
export function temporaryFolder(): string {
	base ??= removedAtExit(mkdtempSync(join(tmpdir(), 'n8n-bench-')));
	return mkdtempSync(join(base, 'user-'));
}

let base: string | undefined;

function removedAtExit(folder: string): string {
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	// A signal alone would end the process without a word to the line above.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	return folder;
}
