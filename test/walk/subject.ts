import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';
import type { Resource } from '../../nodes/shared/door/resource';
import type { CredentialData } from '../engine/credentialsHelper';
import type { Sandbox } from '../sandboxClient';
import type { Samples } from './fill';
import type { Panel } from './panels';

/** A node that is walked, and what it takes to carry all of its operations out to their end. */
export interface Subject {
	/** The provider's folder in `nodes`. */
	folder: string;
	/** Its name in the sandbox. */
	provider: string;
	node: INodeType;
	credentialTypes: ICredentialType[];
	/** Options that make an operation wait: they are filled in one panel of each operation only. */
	slow: string[];
	/** Operations that take one item. */
	oneByOne?: string[];
	/** Options without which a field, or a panel, is not looked at. */
	needs?(path: string, panel: Panel): string[];
	/** Where not everything goes together: what to leave out in each of several runs. */
	leftOut?(panel: Panel): string[][] | undefined;
	start(): Promise<Stage>;
}

/** A sandbox beside which a subject runs. */
export interface Stage {
	sandbox: Sandbox;
	credentials: CredentialData;
	/** Makes what a panel needs in a sandbox that was just reset, and answers what to fill in. */
	prepare(panel: Panel): Promise<{ samples: Samples; items?: INodeExecutionData[] }>;
}

/** The resources of a provider, as its operations define them. */
export function resourcesOf(folder: string): Resource[] {
	const path = join(__dirname, '../../nodes', folder, 'resources');
	return readdirSync(path)
		.map((name) => join(path, name, 'index.ts'))
		.filter((file) => existsSync(file))
		.map((file) => Object.values(jest.requireActual<Record<string, Resource>>(file))[0]!);
}
