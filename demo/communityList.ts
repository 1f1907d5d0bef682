import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { INodeTypeDescription } from 'n8n-workflow';

import manifest from '../package.json';
import { runCommand } from './command';
import type { N8nInstallation } from './installN8n';
import { ROOT } from './paths';

type NodeExports = Record<string, new () => { description: INodeTypeDescription }>;

/** Runs under n8n's Node, which has SQLite built in; the one that runs the demo may be too old for that. */
const SCRIPT = `
const [file, text] = process.argv.slice(1);
const { name, version, author, nodes } = JSON.parse(text);
const db = new (require('node:sqlite').DatabaseSync)(file, { timeout: 5000 });
db.exec('BEGIN IMMEDIATE');
db.prepare('DELETE FROM installed_nodes WHERE package = ?').run(name);
db.prepare('DELETE FROM installed_packages WHERE packageName = ?').run(name);
const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
db.prepare('INSERT INTO installed_packages (packageName, installedVersion, authorName, authorEmail, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?)')
	.run(name, version, author.name, author.email, now, now);
for (const { displayName, type, latest } of nodes) {
	db.prepare('INSERT INTO installed_nodes (name, type, latestVersion, package) VALUES (?, ?, ?, ?)')
		.run(displayName, type, latest, name);
}
db.exec('COMMIT');
`;

/**
 * Enters the package in n8n's list of installed community packages, as an installation through the editor does. n8n
 * loads the nodes without it, but shows them under Settings > Community nodes only when they are in this list.
 *
 * @param userFolder of an n8n that has been started once, so that its database exists.
 */
export async function listAsCommunityPackage(installation: N8nInstallation, userFolder: string): Promise<void> {
	const { name, version, author, n8n } = manifest;
	const load = createRequire(__filename);
	const nodes = n8n.nodes.map((path) => {
		const [NodeType] = Object.values(load(join(ROOT, path)) as NodeExports);
		if (NodeType === undefined) throw new Error(`${path} exports no node.`);
		const { displayName, name: nodeName, version: versions } = new NodeType().description;
		return { displayName, type: `${name}.${nodeName}`, latest: Math.max(...[versions].flat()) };
	});
	const database = join(userFolder, '.n8n', 'database.sqlite');
	const entry = JSON.stringify({ name, version, author, nodes });
	await runCommand(installation.node, ['-e', SCRIPT, database, entry], { cwd: ROOT });
}
