import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorkflowActivateMode } from 'n8n-workflow';
import type { TriggerBench } from '../../../engine';

/**
 * One n8n for several triggers: all of their URLs are at its address, and it answers 404 for those that no active workflow
 * has, as n8n does.
 */
export class OneN8n {
	/** By path. */
	private readonly served = new Map<string, TriggerBench>();
	/** Calls that came, as path and query, with the status of the answer. */
	readonly calls: string[] = [];
	/** Headers of the calls, with all values of each. */
	readonly headersSeen: Array<NodeJS.Dict<string[]>> = [];
	/** The path under which a proxy has n8n, and which it takes away. */
	basePath = '';

	private host = '127.0.0.1';

	private constructor(private readonly server: Server) {}

	static async start(): Promise<OneN8n> {
		const server = createServer();
		const n8n = new OneN8n(server);
		server.on('request', (incoming, outgoing) => n8n.pass(incoming, outgoing));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return n8n;
	}

	get origin(): string {
		return `http://${this.host}:${(this.server.address() as AddressInfo).port}`;
	}

	/** @returns its new address */
	move(): string {
		this.host = this.host === '127.0.0.1' ? 'localhost' : '127.0.0.1';
		return this.origin;
	}

	/** n8n serves a URL before it asks the trigger, and no longer when the trigger throws. */
	async activate(trigger: TriggerBench, mode?: WorkflowActivateMode): Promise<void> {
		this.serve(trigger);
		try {
			await trigger.activate(mode);
		} catch (error) {
			this.forget(trigger);
			throw error;
		}
	}

	async deactivate(trigger: TriggerBench): Promise<void> {
		await trigger.deactivate();
		this.forget(trigger);
	}

	serve(trigger: TriggerBench): void {
		this.served.set(this.pathOf(trigger), trigger);
	}

	/** n8n is killed and started again: it activates one workflow after another, as it finds them. */
	async restart(): Promise<void> {
		const triggers = [...this.served.values()];
		this.served.clear();
		for (const trigger of triggers) await this.activate(trigger, 'init');
	}

	/** What is left of a workflow when n8n was killed: nothing. */
	forget(trigger: TriggerBench): void {
		this.served.delete(this.pathOf(trigger));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private pathOf({ url }: TriggerBench): string {
		return new URL(url).pathname.slice(this.basePath.length);
	}

	private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
		const trigger = this.served.get(new URL(incoming.url!, this.origin).pathname);
		this.headersSeen.push(incoming.headersDistinct);
		outgoing.once('finish', () => this.calls.push(`${incoming.url} ${outgoing.statusCode}`));
		if (!trigger) {
			incoming.resume();
			outgoing.writeHead(404, { 'content-type': 'application/json' });
			outgoing.end(
				JSON.stringify({ code: 404, message: `The requested webhook "POST ${incoming.url}" is not registered.` }),
			);
			return;
		}
		const options = { method: incoming.method, headers: incoming.rawHeaders as never, setHost: false };
		const passed = request(`${trigger.server.origin}${incoming.url}`, options, (answer) => {
			outgoing.writeHead(answer.statusCode!, answer.rawHeaders as never);
			answer.pipe(outgoing);
		});
		passed.once('error', () => outgoing.destroy());
		incoming.pipe(passed);
	}
}
