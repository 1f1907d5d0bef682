import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { startChild, stopChild } from './children';
import { ROOT } from './paths';

const READY = /^Sandbox ready: (\S+)/;

export interface RunningSandbox {
	url: string;
	/** Resolves when it ends, by itself or by `stop`. */
	ended: Promise<void>;
	stop(): Promise<void>;
}

/** What Partoo's side of the sandbox knows of a message: the fields that the demo compares. */
export interface SandboxMessage {
	id: number;
	status: string;
}

/**
 * Starts the stand-in for the providers in a process of its own and resolves when it listens.
 *
 * @param port 0 for any that is free.
 * @param options more of its command line's options.
 */
export async function startSandbox(port: number, options: string[] = []): Promise<RunningSandbox> {
	const child = startChild(
		process.execPath,
		['--import', 'tsx', 'sandbox/main.ts', '--port', String(port), ...options],
		{
			cwd: ROOT,
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	const url = await new Promise<string>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (status, signal) => reject(new Error(`The sandbox ended with ${status ?? signal}.`)));
		if (child.stdout === null) return;
		createInterface(child.stdout).on('line', (line) => {
			const ready = READY.exec(line);
			if (ready?.[1] !== undefined) resolve(ready[1]);
		});
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	return { url, ended, stop: async () => await stopChild(child) };
}

/** Settings of an n8n that is to tell the sandbox which execution sent which messages. @param port of the sandbox */
export function tellsSandbox(port: number): NodeJS.ProcessEnv {
	return {
		EXTERNAL_HOOK_FILES: join(ROOT, 'demo', 'executionHook.cjs'),
		// The usual colon stands in paths of Windows.
		EXTERNAL_HOOK_FILES_SEPARATOR: ';',
		DEMO_SANDBOX: `http://127.0.0.1:${port}`,
	};
}

/** How many messages the sandbox took since it started. */
export async function acceptedMessages(sandboxUrl: string): Promise<number> {
	const response = await fetch(`${sandboxUrl}/control/stats`);
	return ((await response.json()) as { partoo: { accepted: number } }).partoo.accepted;
}

/** The public half of the key with which the sandbox signs its webhooks, as PEM. Another one after each start. */
export async function webhookKey(sandboxUrl: string): Promise<string> {
	const response = await fetch(`${sandboxUrl}/control/partoo/webhook-key`);
	if (!response.ok) throw new Error(`The sandbox answered ${response.status} when it was asked for its public key.`);
	return ((await response.json()) as { publicKey: string }).publicKey;
}

/** The messages of a conversation as the sandbox itself records them, not as the node reports them. */
export async function recordedMessages(sandboxUrl: string, conversationId: string): Promise<SandboxMessage[]> {
	const query = new URLSearchParams({ conversation_id: conversationId });
	const response = await fetch(`${sandboxUrl}/control/partoo/messages?${query.toString()}`);
	if (!response.ok)
		throw new Error(`The sandbox answered ${response.status} to a look at conversation ${conversationId}.`);
	return ((await response.json()) as { messages: SandboxMessage[] }).messages;
}
