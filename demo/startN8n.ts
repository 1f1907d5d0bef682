import { open, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import getPort from 'get-port';

import { startChild, stopChild } from './children';
import type { N8nInstallation } from './installN8n';
import { N8N_FOLDER } from './paths';

const HOST = '127.0.0.1';
/** The first start creates the database: about 15 seconds on two cores. */
const START_TIMEOUT_MS = 180_000;
const POLL_MS = 250;

/** Settings of an n8n that the user runs beside the demo, which must not reach the demo's. */
const FOREIGN_SETTING = /^(N8N_|DB_|QUEUE_|EXECUTIONS_|CREDENTIALS_|NODES_|WEBHOOK_|GENERIC_TIMEZONE)/;

/** No telemetry, no news, no advertisements: nothing in the demo talks to a server outside this machine. */
const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
};

/** What a process does of n8n: all, or its part in queue mode. */
export type N8nProcess = 'start' | 'worker' | 'webhook';

/** One more that calls out; an n8n of another version that does not know its name does not start. */
const UNUSED_MODULES = { N8N_DISABLED_MODULES: 'mcp-registry' };

export interface RunningN8n {
	/** e.g. `http://127.0.0.1:5678` */
	url: string;
	pid: number;
	/** n8n's output. */
	logFile: string;
	/** Resolves when it ends, by itself or by `stop`. */
	ended: Promise<void>;
	stop(): Promise<void>;
}

export interface StartOptions {
	installation: N8nInstallation;
	/** Becomes `N8N_USER_FOLDER`: n8n's data go to `.n8n` in it, the log to `n8n.log`. */
	userFolder: string;
	/** Where it listens; a worker for questions after its health alone. */
	port: number;
	/** `start` when absent. */
	kind?: N8nProcess;
	/** Added to n8n's environment. */
	env?: NodeJS.ProcessEnv;
}

/**
 * Starts n8n on 127.0.0.1 and resolves when it answers requests.
 *
 * @throws with the end of its log when it ends or does not answer in time.
 */
export async function startN8n(options: StartOptions): Promise<RunningN8n> {
	const { installation, userFolder, port, kind = 'start', env } = options;
	await mkdir(userFolder, { recursive: true });
	const url = `http://${HOST}:${port}`;
	const isLocked = installation.folder === N8N_FOLDER;
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_SETTING.test(name));
	const logFile = join(userFolder, 'n8n.log');
	const log = await open(logFile, 'w');
	const child = startChild(installation.node, [installation.cli, kind], {
		// n8n reads a `.env` file from the folder that it is started in.
		cwd: userFolder,
		stdio: ['ignore', log.fd, log.fd],
		env: {
			...Object.fromEntries(inherited),
			...QUIET,
			...(isLocked && UNUSED_MODULES),
			N8N_USER_FOLDER: userFolder,
			N8N_LISTEN_ADDRESS: HOST,
			N8N_HOST: HOST,
			N8N_PORT: String(port),
			N8N_EDITOR_BASE_URL: url,
			...(env?.WEBHOOK_URL === undefined && { [isLocked ? 'N8N_WEBHOOK_URL' : 'WEBHOOK_URL']: url }),
			N8N_RUNNERS_BROKER_PORT: String(await getPort({ port: 5679 })),
			// Some browsers refuse the cookie for HTTPS only, even from the own machine.
			N8N_SECURE_COOKIE: 'false',
			...env,
		},
	});
	await log.close();

	let reason: string | undefined;
	child.once('error', (error) => (reason = error.message));
	const ended = new Promise<void>((resolve) =>
		child.once('exit', (status, signal) => {
			reason = `it ended with ${status ?? signal}`;
			resolve();
		}),
	);
	const deadline = Date.now() + START_TIMEOUT_MS;
	// n8n 1.x is ready before its API is there, which only the main process has.
	const paths = ['/healthz/readiness', ...(kind === 'start' ? ['/rest/settings'] : [])];
	while (!(await allAnswer(paths.map((path) => url + path)))) {
		if (Date.now() > deadline) reason = `it did not answer within ${START_TIMEOUT_MS / 1000} s`;
		if (reason !== undefined) {
			await stopChild(child);
			const lastLines = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-20).join('\n');
			throw new Error(`n8n did not start: ${reason}. The end of ${logFile}:\n\n${lastLines}`);
		}
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	return {
		url,
		pid: child.pid ?? 0,
		logFile,
		ended,
		stop: async () => await stopChild(child),
	};
}

async function allAnswer(urls: string[]): Promise<boolean> {
	const answers = await Promise.allSettled(urls.map(async (url) => await fetch(url)));
	return answers.every((answer) => answer.status === 'fulfilled' && answer.value.ok);
}
