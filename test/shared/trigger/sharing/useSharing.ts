import { randomUUID } from 'node:crypto';
import type { INodeType } from 'n8n-workflow';
import type { TriggerBench, TriggerOptions } from '../../../engine';
import { startSandboxProcess } from '../../../sandboxClient';
import type { Sandbox } from '../../../sandboxClient';
import { useFastClock } from '../../fastClock';
import { OneN8n } from './oneN8n';
import type { SharingCase } from './sharingCases';

/** One n8n and one account of a provider, new for each test; what was started there stops with it. */
export class SharingBench {
	sandbox!: Sandbox;
	n8n!: OneN8n;
	readonly started: TriggerBench[] = [];
	private account = '';

	async begin(): Promise<void> {
		await this.sandbox.reset();
		this.n8n = await OneN8n.start();
		this.account = randomUUID();
	}

	async end(): Promise<void> {
		for (const trigger of this.started.splice(0)) await trigger.stop();
		await this.n8n.stop();
	}

	/** A trigger of a workflow of its own, which is not active yet. */
	async start(one: SharingCase, extras: Partial<TriggerOptions> = {}): Promise<TriggerBench> {
		const own = { webhookOrigin: this.n8n.origin, webhookId: randomUUID(), ...extras };
		const trigger = await one.start(this.sandbox.url, this.account, own);
		this.started.push(trigger);
		return trigger;
	}

	/** A person changes something in a workflow and saves it. */
	async save(trigger: TriggerBench): Promise<void> {
		await this.n8n.deactivate(trigger);
		await this.n8n.activate(trigger, 'update');
	}

	/** The provider calls once; its answer, and how often each trigger runs for it. */
	async called(one: SharingCase, triggers = this.started): Promise<{ status: number | null; runs: number[] }> {
		for (const { runs } of triggers) runs.length = 0;
		const status = await one.event(this.sandbox);
		return { status, runs: triggers.map(({ runs }) => runs.length) };
	}
}

export function useSharing(): SharingBench {
	const bench = new SharingBench();
	useFastClock();
	beforeAll(async () => (bench.sandbox = await startSandboxProcess()));
	afterAll(async () => await bench.sandbox.stop());
	beforeEach(async () => await bench.begin());
	afterEach(async () => await bench.end());
	return bench;
}

/** The trigger as an n8n loads it that was just started: its process knows nothing of before. */
export function freshlyLoaded({ module: [path, name] }: SharingCase): INodeType {
	let node: INodeType;
	jest.isolateModules(() => {
		node = new (jest.requireActual<Record<string, new () => INodeType>>(path)[name]!)();
	});
	return node!;
}
