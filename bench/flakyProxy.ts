import { createConnection, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** For so long out of every {@link PERIOD_MS} nobody listens: 2 % of connections that come at any time are refused. */
const CLOSED_MS = 4;
const PERIOD_MS = 200;

/**
 * Stands before a server and passes bytes on. A server that listens cannot refuse one connection out of fifty, so
 * this one stops listening for moments; the kernel then refuses, as it does while a server is restarted.
 */
async function main(): Promise<void> {
	const target = Number(process.argv[2]);
	let server = await listen(target, 0);
	const { port } = server.address() as AddressInfo;
	process.send?.(port);
	process.on('disconnect', () => process.exit(0));
	for (;;) {
		await pause(PERIOD_MS - CLOSED_MS);
		// Connections that are there go on; only new ones are turned away.
		server.close();
		await pause(CLOSED_MS);
		server = await listen(target, port);
	}
}

async function listen(target: number, port: number): Promise<Server> {
	const server = createServer({ allowHalfOpen: true }, (client) => pass(client, target));
	return await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}

function pass(client: Socket, target: number): void {
	const upstream = createConnection({ port: target, host: '127.0.0.1', allowHalfOpen: true });
	client.pipe(upstream);
	upstream.pipe(client);
	// A reset has to arrive as a reset, and a connection that ends in the middle as that.
	upstream.on('error', () => client.resetAndDestroy());
	client.on('error', () => upstream.resetAndDestroy());
	upstream.on('close', () => client.destroySoon());
	client.on('close', () => upstream.destroy());
}

async function pause(ms: number): Promise<void> {
	await new Promise((resolve) => setTimeout(resolve, ms));
}

void main();
