import { parseArgs } from 'node:util';

import { startSandbox } from './server';

const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string' }, 'webhook-key': { type: 'string' } } });
	const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65535) {
		throw new Error(`--port takes a number from 0 (any free port) to 65535, not "${values.port}"`);
	}

	// Open connections (keep-alive, event streams, hung answers) must not hold the process: no graceful close here.
	for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));

	const { url } = await startSandbox({ port, webhookKeyFile: values['webhook-key'] });
	process.stdout.write(`Sandbox ready: ${url}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
