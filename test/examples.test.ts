import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { Callbell } from '../nodes/Callbell/Callbell.node';
import { CallbellTrigger } from '../nodes/Callbell/CallbellTrigger.node';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node';
import { Dialog360Trigger } from '../nodes/Dialog360/Dialog360Trigger.node';
import { Partoo } from '../nodes/Partoo/Partoo.node';
import { PartooTrigger } from '../nodes/Partoo/PartooTrigger.node';
import { loadNodeType } from './engine/nodeTypes';
import { useEveryBench } from './everyBench';
import { assertKnownParameters } from './engine/parameters';

interface Example {
	id: string;
	nodes: Array<{ name: string; type: string; parameters: INodeParameters; webhookId?: string }>;
	connections: Record<string, Record<string, Array<Array<{ node: string }>>>>;
	pinData?: Record<string, unknown[]>;
}

const FOLDER = path.join(__dirname, '..', 'examples');
const PREFIX = 'n8n-nodes-partoo.';
/** What n8n adds to the name of a node that reviews the tools of AI agents, and has its fields. */
const REVIEW = /HitlTool$/;
const types = new Map<string, INodeType>(
	[
		new Partoo(),
		new PartooTrigger(),
		new Dialog360(),
		new Dialog360Trigger(),
		new Callbell(),
		new CallbellTrigger(),
	].map((type) => [type.description.name, loadNodeType(type)]),
);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Example;

describe.each(files)('the example %s', (file) => {
	const { nodes, connections, pinData = {} } = read(file);
	const names = nodes.map(({ name }) => name);
	const own = nodes.filter(({ type }) => type.startsWith(PREFIX));

	it.each(own.map((node) => [node.name, node] as const))(
		'gives "%s" parameters that the node has',
		(_, { type, parameters }) => {
			assertKnownParameters(types.get(type.slice(PREFIX.length).replace(REVIEW, ''))!, parameters);
		},
	);

	it('connects nodes that are there', () => {
		const targets = Object.values(connections).flatMap((ofNode) =>
			Object.values(ofNode).flatMap((outputs) => outputs.flat().map(({ node }) => node)),
		);
		for (const name of [...Object.keys(connections), ...targets, ...Object.keys(pinData)])
			expect(names).toContain(name);
	});

	it('gives each trigger an address of its own and a sample to map its fields with', () => {
		for (const { name, webhookId } of own.filter(({ type }) => type.endsWith('Trigger'))) {
			expect(webhookId).toMatch(/^[0-9a-f-]{36}$/);
			expect(pinData[name]).toHaveLength(1);
		}
	});
});

const benches = useEveryBench();
const templates = files.flatMap((file) =>
	read(file)
		.nodes.filter(({ parameters }) => parameters.templateFields !== undefined)
		.map(({ name, type, parameters }) => ({ file, name, type, parameters })),
);

it.each(templates)('$file shows the fields of "$name" as the editor gets them now', async ({ type, parameters }) => {
	const { schema } = parameters.templateFields as unknown as { schema: unknown[] };
	const { fields } = type.endsWith('.callbell')
		? await benches.callbell.fields((parameters.templateId as { value: string }).value)
		: await benches.dialog360.map('templateFields', { parameters, parameterName: 'templateFields' });
	expect(schema.length).toBeGreaterThan(0);
	expect(schema).toEqual(fields);
});

/** n8n saves no static data for a workflow whose ID is longer, and says nothing: its triggers would forget what they registered. */
const MAX_ID_LENGTH = 21;

it.each(files)('%s has an ID with which n8n remembers what its triggers registered', (file) => {
	expect(read(file).id.length).toBeLessThanOrEqual(MAX_ID_LENGTH);
});

it.each(files)('%s fetches nothing from the machine of whoever made it', (file) => {
	expect(readFileSync(path.join(FOLDER, file), 'utf8')).not.toMatch(/127\.0\.0\.1|localhost|0\.0\.0\.0/);
});

/** From which on a trigger shares its webhook with others of this n8n, so that several examples can be active. */
const SHARING = 1.2;

it.each(files)('%s shares the webhooks of its triggers', (file) => {
	const triggers = read(file).nodes.filter(({ type }) => /^n8n-nodes-partoo\..*Trigger$/.test(type));
	for (const trigger of triggers)
		expect((trigger as { typeVersion?: number }).typeVersion).toBeGreaterThanOrEqual(SHARING);
});

it('no two examples have the same ID', () => {
	const ids = files.map((file) => read(file).id);
	expect(new Set(ids).size).toBe(ids.length);
});

it.each(files)('%s has a note that says what to set, a line in the list and a picture', (file) => {
	const note = read(file).nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
	expect(note?.parameters.content).toMatch(/^## .+[^]*\b(Choose|Put|Set)\b/);
	const line = readFileSync(path.join(FOLDER, 'README.md'), 'utf8')
		.split('\n')
		.find((one) => one.includes(`](${file})`));
	const picture = `../docs/pictures/examples/${file.replace(/json$/, 'png')}`;
	expect(line).toContain(`](${picture})`);
	expect(existsSync(path.join(FOLDER, picture))).toBe(true);
});
