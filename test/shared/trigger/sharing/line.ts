import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds in which what was on its way when n8n was killed has come to nothing. */
const ENDED_MS = 100;

/**
 * The line between an n8n and a provider. When n8n is killed, its next request never arrives, and nothing that was under
 * way goes on: it waits for answers that do not come.
 */
export class Line {
	/** Requests that still pass. */
	private left = Infinity;
	private onDeath: () => void = () => undefined;
	private readonly held: ServerResponse[] = [];

	private constructor(
		private readonly server: Server,
		private readonly target: string,
	) {}

	/** @param target where the provider is */
	static async to(target: string): Promise<Line> {
		const server = createServer();
		const line = new Line(server, target);
		server.on('request', (incoming, outgoing) => line.pass(incoming, outgoing));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return line;
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/**
	 * Kills whoever does something after so many of its requests.
	 *
	 * @returns whether it was killed before it was done
	 */
	async killAfter(requests: number, doing: () => Promise<void>): Promise<boolean> {
		const killed = new Promise<true>((resolve) => (this.onDeath = () => resolve(true)));
		this.left = requests;
		const isKilled = await Promise.race([killed, doing().then(() => false)]);
		if (isKilled) await new Promise((resolve) => setTimeout(resolve, ENDED_MS));
		this.left = Infinity;
		return isKilled;
	}

	async stop(): Promise<void> {
		for (const outgoing of this.held) outgoing.writeHead(403).end();
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
		if (this.left-- <= 0) {
			this.held.push(outgoing);
			return this.onDeath();
		}
		const { method, headers, url } = incoming;
		const passed = request(`${this.target}${url}`, { method, headers, agent: false }, (answer) => {
			outgoing.writeHead(answer.statusCode!, answer.headers);
			answer.pipe(outgoing);
		});
		passed.once('error', () => outgoing.destroy());
		incoming.pipe(passed);
	}
}
