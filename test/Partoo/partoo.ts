import type { INodeParameters } from 'n8n-workflow';
import { PartooApi } from '../../credentials/PartooApi.credentials';
import { Partoo } from '../../nodes/Partoo/Partoo.node';
import { runListSearch, runNode } from '../engine';
import { startSandboxProcess } from '../sandboxClient';
import type { ListSearchOptions, NodeRun, RunOptions } from '../engine';
import type { Sandbox } from '../sandboxClient';

export const ADMIN_KEY = 'partoo-admin-key';
export const MANAGER_KEY = 'partoo-manager-key';

/** Conversations of the sandbox's seed. */
export const FACEBOOK = '1001';
export const INSTAGRAM = '1002';
export const SMS = '1003';
export const WHATSAPP = '1004';
export const EXPIRED = '1006';
export const WITH_ISSUES = '1007';
export const CLOSED = '1008';

export const byId = (value: unknown) => ({ __rl: true, mode: 'id', value }) as unknown as INodeParameters;

type Extras = Partial<Omit<RunOptions, 'node' | 'parameters'>> & {
	apiKey?: string;
	baseUrl?: string;
	organizationId?: string;
};

/** Partoo's node beside a sandbox of its own. */
export class PartooBench {
	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<PartooBench> {
		return new PartooBench(await startSandboxProcess());
	}

	/** A credential that points at the sandbox. */
	credential({ apiKey = ADMIN_KEY, baseUrl = this.sandbox.partooUrl, organizationId = '' }: Extras = {}) {
		return { apiKey, environment: 'custom', baseUrl, webhookPublicKey: '', organizationId };
	}

	/** Runs one operation, e.g. `message.send`, through n8n's engine. */
	async run(operation: string, parameters: INodeParameters, extras: Extras = {}): Promise<NodeRun> {
		const [resource, name] = operation.split('.') as [string, string];
		return await runNode({
			node: new Partoo(),
			parameters: { resource, operation: name, ...parameters },
			credentialTypes: [new PartooApi()],
			...extras,
			credentials: { partooApi: this.credential(extras) },
		});
	}

	async search(method: string, options: ListSearchOptions = {}, extras: Extras = {}) {
		return await runListSearch(new Partoo(), method, {
			credentialTypes: [new PartooApi()],
			...options,
			credentials: { partooApi: this.credential(extras) },
		});
	}
}

let accounts = 0;

/** A key that no run used so far: to the node an account of which it has learned nothing. */
export function newAccount() {
	return { apiKey: `${ADMIN_KEY}#${++accounts}` };
}

/** `n` items whose JSON is `{ n: 0 }`, `{ n: 1 }` … */
export function numbered(n: number) {
	return Array.from({ length: n }, (_, index) => ({ json: { n: index } }));
}
