import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

let refused = 0;
let isCounting = false;

/** How many connections of this process were refused so far: no server can count those. The first call begins to count. */
export function refusedConnections(): number {
	if (!isCounting) {
		isCounting = true;
		subscribe('net.client.socket', (message) => {
			(message as { socket: Socket }).socket.once('error', ({ code }: NodeJS.ErrnoException) => {
				if (code === 'ECONNREFUSED') refused++;
			});
		});
	}
	return refused;
}
