import { createServer, type AddressInfo, Socket } from 'node:net';

import { seededRandom } from '../sandbox/shared/faults';

/** A share of the connections to one port is refused; `count` tells how many so far. */
export interface Refusals {
	count(): number;
	stop(): void;
}

interface Target {
	port?: number | string;
}

/**
 * Has the kernel refuse a share of this process's connections to a port. A server that listens cannot refuse one
 * connection out of fifty, so that one is dialled to a port where nobody listens: for whoever sends it is the refusal
 * that a server gives while it is restarted, and it hits every node under comparison alike.
 */
export async function refuseSome(port: number, probability: number, seed: number): Promise<Refusals> {
	const closed = await closedPort();
	const draw = seededRandom(seed);
	const { connect } = Socket.prototype;
	let count = 0;
	// Node hands a request's target over as the first entry of a list, a caller of `connect` as it is.
	Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
		const target = (Array.isArray(args[0]) ? args[0][0] : args[0]) as Target | undefined;
		if (Number(target?.port) === port && draw() < probability) {
			count++;
			target!.port = closed;
		}
		return Reflect.apply(connect, this, args);
	};
	return { count: () => count, stop: () => void (Socket.prototype.connect = connect) };
}

async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
