import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CallbellApi } from '../../credentials/CallbellApi.credentials';
import { Callbell } from '../../nodes/Callbell/Callbell.node';
import type { CallbellSettings } from '../../sandbox/callbell/settings';
import { runListSearch, runNode, runResourceMapping } from '../engine';
import { startSandboxProcess } from '../sandboxClient';
import { unmarked } from '../unmarked';
import type { ListSearchOptions, NodeRun, RunOptions } from '../engine';
import type { Sandbox } from '../sandboxClient';

export const KEY = 'callbell-key';
/** A customer of the sandbox's seed, who wrote a moment ago. */
export const CUSTOMER = '+31612345678';

/** Templates of the sandbox's seed: one variable, three, none, with media, not approved. */
export const GREETING = 'd980fb66fd5043d3ace1aa06ba044342';
export const APPOINTMENT = 'd980fb66fd5043d3ace1aa06ba044343';
export const BACK = 'd980fb66fd5043d3ace1aa06ba044344';
export const PICTURE = 'd980fb66fd5043d3ace1aa06ba044345';
export const INVOICE = 'd980fb66fd5043d3ace1aa06ba044346';
export const FILM = 'd980fb66fd5043d3ace1aa06ba044347';
export const REJECTED = 'd980fb66fd5043d3ace1aa06ba044348';

export const MAIN_CHANNEL = '35f6f8cc-b550-4278-a2ea-099f3a4e0730';
export const SALES = '5c9f3a7e2b1d4c68a0e4f7b39d216a02';
export const WON = '7f1d9b3a-0002-4f0e-8f5e-1c2d3e4f5a6b';

type Extras = Partial<Omit<RunOptions, 'node' | 'parameters'>> & { apiKey?: string; baseUrl?: string };

/** Callbell's node beside a sandbox of its own. */
export class CallbellBench {
	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<CallbellBench> {
		return new CallbellBench(await startSandboxProcess());
	}

	/** A credential that points at the sandbox. */
	credential({ apiKey = KEY, baseUrl = `${this.sandbox.url}/callbell/v1` }: Extras = {}) {
		return { apiKey, environment: 'custom', baseUrl, webhookSecret: '' };
	}

	/** Runs one operation, e.g. `message.send`, through n8n's engine. */
	async run(operation: string, parameters: INodeParameters, extras: Extras = {}): Promise<NodeRun> {
		const [resource, name] = operation.split('.') as [string, string];
		return await runNode({
			node: new Callbell(),
			parameters: { resource, operation: name, ...parameters },
			credentialTypes: [new CallbellApi()],
			...extras,
			credentials: { callbellApi: this.credential(extras) },
		});
	}

	async search(method: string, options: ListSearchOptions = {}, extras: Extras = {}) {
		return await runListSearch(new Callbell(), method, {
			credentialTypes: [new CallbellApi()],
			...options,
			credentials: { callbellApi: this.credential(extras) },
		});
	}

	/** What the editor shows for the variables of a template. */
	async fields(templateId: string) {
		return await runResourceMapping(new Callbell(), 'templateFields', {
			credentialTypes: [new CallbellApi()],
			parameters: { resource: 'message', operation: 'sendTemplate', templateId: byId(templateId) },
			credentials: { callbellApi: this.credential() },
		});
	}

	async settings(settings: Partial<CallbellSettings>): Promise<void> {
		await this.sandbox.control('POST', 'settings', { callbell: settings });
	}

	/** The requests that came, e.g. `POST /messages/send`. */
	async asked(): Promise<string[]> {
		return (await this.sandbox.requests({ provider: 'callbell' })).map(({ method, path }) => `${method} ${path}`);
	}

	/** The bodies of the messages that arrived, without their marks. */
	async bodies(): Promise<IDataObject[]> {
		return (await this.markedBodies()).map(unmarked);
	}

	/** The same as they arrived. */
	async markedBodies(): Promise<IDataObject[]> {
		return (await this.sandbox.requests({ provider: 'callbell', method: 'POST', path: '/messages/send' })).map(
			({ body }) => body,
		);
	}
}

export const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value }) as unknown as INodeParameters;
export const byId = (value: unknown) => locator('id', value);

/** `n` items whose JSON is `{ n: 0 }`, `{ n: 1 }` … */
export const numbered = (n: number) => Array.from({ length: n }, (_, index) => ({ json: { n: index } }));
