import { startSandbox } from '../../sandbox/server';
import { createGraph } from './provider';

/** The sandbox with the Graph API as its only provider, on any free port. */
async function main(): Promise<void> {
	process.on('SIGTERM', () => process.exit(0));
	const { url } = await startSandbox({ port: 0, providers: [createGraph] });
	process.stdout.write(`Sandbox ready: ${url}\n`);
}

void main();
