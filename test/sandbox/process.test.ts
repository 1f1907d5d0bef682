import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

const ROOT = join(__dirname, '../..');

type Started = ChildProcessByStdio<null, Readable, Readable>;

// The command itself and not tsx's launcher: a signal to this process must be a signal to the sandbox.
function start(...args: string[]): Started {
	const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args], {
		cwd: ROOT,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	started.push(child);
	return child;
}

const started: Started[] = [];
afterEach(() => {
	for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function readyUrl(child: Started): Promise<string> {
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const url = /^Sandbox ready: (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line.toString())?.[1];
	if (url === undefined) throw new Error(`Unexpected line: ${line.toString()}`);
	return url;
}

const holder = createServer();
afterAll(() => holder.close());

async function takenPort(): Promise<string> {
	await once(holder.listen(0, '127.0.0.1'), 'listening');
	return String((holder.address() as AddressInfo).port);
}

test('the command says where it listens and ends at once on SIGTERM, open connections or not', async () => {
	const child = start('--port', '0');
	const url = await readyUrl(child);
	const stream = await fetch(`${url}/control/events`);
	const idle = connect(Number(new URL(url).port), '127.0.0.1');
	await once(idle, 'connect');
	idle.on('error', () => undefined);

	const since = performance.now();
	child.kill('SIGTERM');
	const [code] = (await once(child, 'exit')) as [number | null];
	expect(code).toBe(0);
	expect(performance.now() - since).toBeLessThan(1000);
	await expect(stream.text()).rejects.toThrow();
}, 20_000);

test('the command signs webhooks with the key in a file, which it makes at the first start', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sandbox-key-'));
	try {
		const file = join(folder, 'webhook.pem');
		const url = await readyUrl(start('--port', '0', '--webhook-key', file));
		const { publicKey } = (await (await fetch(`${url}/control/partoo/webhook-key`)).json()) as { publicKey: string };
		expect(createPublicKey(readFileSync(file)).export({ type: 'spki', format: 'pem' })).toBe(publicKey);
	} finally {
		rmSync(folder, { recursive: true });
	}
}, 20_000);

test.each([
	['no port', async () => 'here', '--port takes a number from 0 (any free port) to 65535, not "here"'],
	['taken', takenPort, 'EADDRINUSE'],
])(
	'a port that is %s is said in one sentence',
	async (_what, port, sentence) => {
		const child = start('--port', await port());
		const [[message], [code]] = await Promise.all([once(child.stderr, 'data'), once(child, 'exit')]);
		expect(String(message)).toMatch(/^The sandbox did not start: .*\n$/);
		expect(String(message)).toContain(sentence);
		expect(code).toBe(1);
	},
	20_000,
);
