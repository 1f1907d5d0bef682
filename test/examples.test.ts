import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node';
import { Partoo } from '../nodes/Partoo/Partoo.node';
import { assertKnownParameters } from './engine/parameters';
import { typeName } from './engine/nodeTypes';

const FOLDER = join(__dirname, '../examples');
const NODES: INodeType[] = [new Dialog360(), new Partoo()];

interface Example {
	nodes: Array<{ name: string; type: string; parameters: INodeParameters }>;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

describe.each(readdirSync(FOLDER))('the example %s', (file) => {
	const { nodes, connections } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Example;

	it('fills in only fields that the nodes have', () => {
		const ours = nodes.filter(({ type }) => type.startsWith('n8n-nodes-partoo.'));
		expect(ours.length).toBeGreaterThan(0);
		for (const { type, parameters } of ours) {
			const node = NODES.find((candidate) => typeName(candidate) === type);
			expect(node).toBeDefined();
			assertKnownParameters(node!, parameters);
		}
	});

	it('connects nodes that are there', () => {
		const names = new Set(nodes.map(({ name }) => name));
		const connected = Object.entries(connections).flatMap(([from, { main }]) => [from, ...main.flat().map(({ node }) => node)]);
		expect(connected.filter((name) => !names.has(name))).toEqual([]);
	});
});
