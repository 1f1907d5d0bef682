import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Resource } from '../../nodes/shared/door/resource';
import type { CredentialData, Sandbox } from '../engine';
import type { Samples } from './fill';

/** A node that is walked, and what it takes to run all of its operations to their end. */
export interface Subject {
	/** The provider's folder in `nodes`. */
	folder: string;
	/** Its name in the sandbox. */
	provider: string;
	node: INodeType;
	credentialTypes: ICredentialType[];
	/** Fields that must not be filled at the same time: of each list one alternative stays, in turn. */
	alternatives: string[][][];
	/** Options that make an operation wait: filled in one panel of each operation only. */
	slow: string[];
	start(): Promise<Stage>;
}

/** A sandbox beside which a subject runs. */
export interface Stage {
	sandbox: Sandbox;
	credentials: CredentialData;
	/** Makes what the operations need in a sandbox that was just reset, and answers what to fill in. */
	prepare(panel: { resource: string; operation: string }): Promise<{ samples: Samples; items?: INodeExecutionData[] }>;
}

/** The resources of a provider, as its operations define them. */
export function resourcesOf(folder: string): Resource[] {
	const path = join(__dirname, '../../nodes', folder, 'resources');
	return readdirSync(path)
		.map((name) => join(path, name, 'index.ts'))
		.filter((file) => existsSync(file))
		.map((file) => Object.values(require(file) as Record<string, Resource>)[0]!);
}
