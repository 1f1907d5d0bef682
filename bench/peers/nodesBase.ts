import { createRequire } from 'node:module';
import Module from 'node:module';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { N8N_FOLDER } from '../../demo/paths';

/** Packages that hold state (the container, the error classes): a second copy of them would be a second n8n. */
const OURS = /^(n8n-core|n8n-workflow|@n8n\/(di|config|constants|backend-common))(\/|$)/;
const ROOT_PACKAGE = join(__dirname, '..', '..', 'package.json');

interface Resolver {
	_resolveFilename(request: string, parent: { filename?: string | null } | undefined, ...rest: unknown[]): string;
}

let requireBase: NodeJS.Require | undefined;

/**
 * A file of the published `n8n-nodes-base`, out of the n8n that the demo installs. It runs in the engine that our
 * nodes run in: its `n8n-workflow` and `n8n-core` are led to the copies that are loaded here, of the same version.
 */
export function nodesBase<T>(file: string): T {
	requireBase ??= shareEngine();
	return requireBase(`n8n-nodes-base/dist/${file}`) as T;
}

function shareEngine(): NodeJS.Require {
	const resolver = Module as unknown as Resolver;
	const resolve = resolver._resolveFilename.bind(Module);
	const rootParent = {
		...new Module(ROOT_PACKAGE),
		filename: ROOT_PACKAGE,
		paths: [join(ROOT_PACKAGE, '..', 'node_modules')],
	};
	resolver._resolveFilename = (request, parent, ...rest) => {
		const isForeign = parent?.filename?.startsWith(N8N_FOLDER) ?? false;
		return resolve(request, isForeign && OURS.test(request) ? rootParent : parent, ...rest);
	};
	return createRequire(join(N8N_FOLDER, 'package.json'));
}

/** A node or credential class, as n8n's packages export them. */
export type ClassOf<T extends INodeType | ICredentialType> = new () => T;
