import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Dialog360Api } from '../../credentials/Dialog360Api.credentials';
import { Dialog360 } from '../../nodes/Dialog360/Dialog360.node';
import { binaryItem, runListSearch, runNode, runResourceMapping } from '../engine';
import type { ListSearchOptions, NodeRun, RunOptions } from '../engine';
import { startSandboxProcess } from '../sandboxClient';
import { unmarked } from '../unmarked';
import type { FaultRule, Sandbox } from '../sandboxClient';

export const KEY = 'dialog360-key';
/** A customer of the sandbox's seed. */
export const CUSTOMER = '4915112345678';

let keys = 0;

type Extras = Partial<Omit<RunOptions, 'node' | 'parameters'>> & { apiKey?: string; baseUrl?: string };

/** 360dialog's node beside a sandbox of its own. */
export class Dialog360Bench {
	private fileId = '';

	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<Dialog360Bench> {
		return new Dialog360Bench(await startSandboxProcess());
	}

	/** A credential that points at the sandbox. */
	credential({ apiKey = KEY, baseUrl = `${this.sandbox.url}/dialog360` }: Extras = {}) {
		return { apiKey, environment: 'custom', baseUrl };
	}

	/** Runs one operation, e.g. `message.send`, through n8n's engine. */
	async run(operation: string, parameters: INodeParameters, extras: Extras = {}): Promise<NodeRun> {
		const [resource, name] = operation.split('.') as [string, string];
		return await runNode({
			node: new Dialog360(),
			parameters: { resource, operation: name, ...parameters },
			credentialTypes: [new Dialog360Api()],
			...extras,
			credentials: { dialog360Api: this.credential(extras) },
		});
	}

	/** A key that no run used so far: to the node an account of which it has learned nothing. */
	newKey(): string {
		return `${KEY}#${++keys}`;
	}

	/** The ID of a file that the number has; uploaded once until the sandbox is reset. */
	async uploadedFile(): Promise<string> {
		const uploads = await this.sandbox.requests({ provider: 'dialog360', path: '/media' });
		this.fileId = uploads.length > 0 ? this.fileId : await this.upload();
		return this.fileId;
	}

	private async upload(): Promise<string> {
		const item = await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: Buffer.from('\x89PNG', 'latin1') });
		return String((await this.run('media.upload', {}, { items: [item] })).items[0]?.json.id);
	}

	async fault(rules: FaultRule[]): Promise<void> {
		await this.sandbox.faults(rules, 'dialog360');
	}

	/** The bodies of the messages that arrived, without their marks. */
	async bodies(): Promise<IDataObject[]> {
		return (await this.markedBodies()).map(unmarked);
	}

	/** The same as they arrived. */
	async markedBodies(): Promise<IDataObject[]> {
		return (await this.sandbox.requests({ provider: 'dialog360', method: 'POST', path: '/messages' })).map(
			({ body }) => body,
		);
	}

	async search(method: string, options: ListSearchOptions = {}, extras: Extras = {}) {
		return await runListSearch(new Dialog360(), method, {
			credentialTypes: [new Dialog360Api()],
			...options,
			credentials: { dialog360Api: this.credential(extras) },
		});
	}

	/** The fields of a resource mapper. */
	async map(method: string, options: ListSearchOptions = {}) {
		return await runResourceMapping(new Dialog360(), method, {
			credentialTypes: [new Dialog360Api()],
			...options,
			credentials: { dialog360Api: this.credential() },
		});
	}
}

export const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value }) as unknown as INodeParameters;
export const byUrl = (value: unknown) => locator('url', value);
export const byId = (value: unknown) => locator('id', value);
export const fromField = (value: unknown) => locator('binary', value);
