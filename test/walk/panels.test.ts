import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../../nodes/shared/door/operation';
import { runNode } from '../engine';
import { withDefaults } from '../engine/parameters';
import { fill } from './fill';
import type { Paths } from './fill';
import { deciders, isShown, nameOf, nestedFields, panelsOf, shownFields } from './panels';
import type { Panel } from './panels';
import { movedNode, recordingNode } from './recording';
import { resourcesOf } from './subject';
import type { Stage, Subject } from './subject';
import { callbell } from './subjects/callbell';
import { partoo } from './subjects/partoo';

const SUBJECTS: Subject[] = [partoo, callbell];

const labels = (fields: INodeProperties[]) => fields.map(({ displayName, name }) => `${displayName} (${name})`);

describe.each(SUBJECTS)('the panels of $folder', (subject) => {
	const { node, provider, credentialTypes } = subject;
	const panels = panelsOf(node);
	const operations = resourcesOf(subject.folder).flatMap(({ value, operations: all }) =>
		all.map((operation) => ({ name: `${value}.${operation.value}`, resource: value, operation })),
	);
	const panelsFor = (name: string) => panels.filter((panel) => nameOf(panel).split(' ')[0] === name);

	it('are all that the operations have', () => {
		const named = new Set(panels.map((panel) => nameOf(panel).split(' ')[0]));
		expect([...named].sort()).toEqual(operations.map(({ name }) => name).sort());
		expect(panels.length).toBeGreaterThan(operations.length);
	});

	it('ask for Resource and Operation, what decides, whom, what and options, and for nothing else', () => {
		const asked = panels.map((panel) => [nameOf(panel), ...labels(shownFields(node, panel))]);
		const wanted = panels.map((panel) => [
			nameOf(panel),
			'Resource (resource)',
			'Operation (operation)',
			...labels(definedFields(panel)),
		]);
		expect(asked).toEqual(wanted);
	});

	function definedFields(panel: Panel): INodeProperties[] {
		const { fields } = operations.find(({ name }) => nameOf(panel).split(' ')[0] === name)!.operation;
		const values = withDefaults(node, panel);
		const ordered = [...fields.decides, ...fields.whom, ...fields.what, ...fields.options];
		return ordered.filter((field) => isShown(node, field, values));
	}

	it('show a field below those on which it depends', () => {
		const jumping = panels.flatMap((panel) => {
			const shown = shownFields(node, panel);
			const names = shown.map(({ name }) => name);
			return shown
				.filter((field, at) => [...deciders([field])].some((name) => names.lastIndexOf(name) > at))
				.map((field) => `${nameOf(panel)}: ${field.displayName}`);
		});
		expect(jumping).toEqual([]);
	});

	it('show no collection without anything to choose', () => {
		const empty = panels.flatMap((panel) => {
			const form = withDefaults(node, panel);
			return shownFields(node, panel)
				.filter((field) => nestedFields(field).some(({ fields }) => !fields.some((one) => isShown(node, one, {}, form))))
				.map((field) => `${nameOf(panel)}: ${field.displayName}`);
		});
		expect(empty).toEqual([]);
	});

	describe('when they are carried out', () => {
		let stage: Stage;
		/** Options that were filled in, by the label of their field. */
		const filledIn: Paths = new Set();
		beforeAll(async () => (stage = await subject.start()));
		afterAll(async () => await stage.sandbox.stop());

		/** Carries a panel out with everything filled in that does not exclude one another. */
		async function carryOut(panel: Panel, turn: number, leaveOut: string[], reads: Paths, carrier = node) {
			await stage.sandbox.reset();
			const { samples, items } = await stage.prepare(panel);
			await stage.sandbox.clearRequests();
			const others = subject.alternatives.flatMap((list) => list.filter((_, at) => at !== turn % list.length).flat());
			const { parameters, filled } = fill(node, panel, samples, new Set([...others, ...leaveOut]));
			const run = await runNode({
				node: recordingNode(carrier, reads),
				parameters,
				items,
				credentialTypes,
				credentials: stage.credentials,
			});
			const requests = await stage.sandbox.requests({ provider });
			return { run, filled, requests: requests.map(({ method, path }) => `${method} ${path}`) };
		}

		it.each(operations)('$name reads all that it shows, and sends what it declares', async ({ name, operation }) => {
			const turns = Math.max(1, ...subject.alternatives.map((list) => list.length));
			const read: Paths = new Set();
			const shown: Paths = new Set();
			for (const [index, panel] of panelsFor(name).entries()) {
				const readHere: Paths = new Set();
				for (let turn = 0; turn < turns; turn++) {
					const isFirst = index + turn === 0;
					const { run, filled, requests } = await carryOut(panel, turn, isFirst ? [] : subject.slow, readHere);
					expect([nameOf(panel), run.error?.message, run.error?.description]).toEqual([nameOf(panel), undefined, undefined]);
					const declared = declaredBy(operation);
					if (declared) expect(requests).toContain(declared);
					for (const path of filled) (path.includes('.') ? shown : readHere).add(path.includes('.') ? path : '');
					const unread = [...filled].filter((path) => !path.includes('.') && !readHere.has(path));
					expect([nameOf(panel), unread]).toEqual([nameOf(panel), []]);
				}
				readHere.forEach((path) => read.add(path));
			}
			expect([...shown].filter((path) => !read.has(path))).toEqual([]);
		}, 60_000);
	});
});

function declaredBy({ option }: Operation): string | undefined {
	const request = option.routing?.request;
	return request && `${request.method} ${request.url}`;
}
void movedNode;
