import type { INodeProperties } from 'n8n-workflow';
import { withDefaults } from '../engine/parameters';
import { carryOut } from './carryOut';
import type { Paths } from './fill';
import { deciders, isInitial, isShown, nameOf, nestedFields, operationOf, panelsOf, shownFields } from './panels';
import type { Panel } from './panels';
import { movedNode } from './recording';
import { resourcesOf } from './subject';
import type { Stage } from './subject';
import { callbell } from './subjects/callbell';
import { dialog360 } from './subjects/dialog360';
import { partoo } from './subjects/partoo';

const ELSEWHERE = '/elsewhere';

describe.each([partoo, dialog360, callbell])('the panels of $folder', (subject) => {
	const { node } = subject;
	const panels = panelsOf(node);
	const operations = resourcesOf(subject.folder).flatMap(({ value, operations: all }) =>
		all.map((operation) => {
			const { fields, option } = operation;
			return { name: `${value}.${operation.value}`, fields, request: option.routing?.request };
		}),
	);

	it('are those of all operations', () => {
		expect([...new Set(panels.map(operationOf))].sort()).toEqual(operations.map(({ name }) => name).sort());
		expect(panels.length).toBeGreaterThan(operations.length);
	});

	it('ask for Resource, Operation, what decides, whom, what and options, in this order and for nothing else', () => {
		const asked = panels.map((panel) => [nameOf(panel), ...shownFields(node, panel).map(labelOf)]);
		const defined = panels.map((panel) => [
			nameOf(panel),
			'Resource (resource)',
			'Operation (operation)',
			...definedFields(panel).map(labelOf),
		]);
		expect(asked).toEqual(defined);
	});

	function definedFields(panel: Panel): INodeProperties[] {
		const { decides, whom, what, options } = operations.find(({ name }) => name === operationOf(panel))!.fields;
		const form = withDefaults(node, panel);
		return [...decides, ...whom, ...what, ...options].filter((field) => isShown(node, field, form));
	}

	it('let the display of a field depend on what is beside it, or on `/` and a path: else n8n 2.20 opens no form', () => {
		const unknown = (fields: INodeProperties[]): string[] => {
			const names = fields.map(({ name }) => name);
			const missing = [...deciders(fields)].filter((name) => !/^[@/]/.test(name) && !names.includes(name));
			return [
				...missing,
				...fields.flatMap((field) => nestedFields(field).flatMap(({ fields: inner }) => unknown(inner))),
			];
		};
		expect(unknown(node.description.properties)).toEqual([]);
	});

	it('show a field below those on which it depends', () => {
		const jumping = panels.flatMap((panel) => {
			const shown = shownFields(node, panel);
			const names = shown.map(({ name }) => name);
			return shown
				.filter((field, at) => [...deciders([field])].some((name) => names.lastIndexOf(name) > at))
				.map((field) => `${nameOf(panel)}: ${labelOf(field)}`);
		});
		expect(jumping).toEqual([]);
	});

	it('show no collection without anything to choose', () => {
		const empty = panels.flatMap((panel) => {
			const form = withDefaults(node, panel);
			const isEmpty = ({ fields }: { fields: INodeProperties[] }) =>
				!fields.some((one) => isShown(node, one, {}, form));
			return shownFields(node, panel)
				.filter((field) => nestedFields(field).some(isEmpty))
				.map((field) => `${nameOf(panel)}: ${labelOf(field)}`);
		});
		expect(empty).toEqual([]);
	});

	describe('carried out with all that they show', () => {
		let stage: Stage;
		beforeAll(async () => (stage = await subject.start()));
		afterAll(async () => await stage.sandbox.stop());
		const panelsFor = (name: string) => panels.filter((panel) => operationOf(panel) === name);

		it.each(operations)(
			'read every field and option of $name',
			async ({ name, request }) => {
				const problems: string[] = [];
				const options = { shown: new Set<string>(), read: new Set<string>() };
				const note = (panel: Panel, what: string) => problems.push(`${nameOf(panel)}: ${what}`);
				for (const panel of panelsFor(name)) {
					const fields = { shown: new Set<string>(), read: new Set<string>() };
					const slow = isInitial(node, panel) ? [] : subject.slow;
					for (const leftOut of subject.leftOut?.(panel) ?? [[]]) {
						const { shown, read, requests, error } = await carryOut(subject, stage, panel, [...leftOut, ...slow]);
						if (error) note(panel, error);
						if (request && !requests.includes(`${request.method} ${request.url}`))
							note(panel, 'another request arrived');
						for (const part of [fields, options]) {
							for (const path of shown) part.shown.add(path);
							for (const path of read) part.read.add(path);
						}
					}
					for (const path of unread(fields)) if (!path.includes('.')) note(panel, `'${path}' is not read`);
				}
				for (const path of unread(options)) if (path.includes('.')) problems.push(`'${path}' is not read`);
				expect(problems).toEqual([]);
			},
			120_000,
		);

		it.each(operations.filter(({ request }) => request))(
			'send the request that $name declares, whichever it is',
			async ({ name, request }) => {
				const panel = panelsFor(name).find((one) => isInitial(node, one))!;
				const leftOut = [...subject.slow, ...(subject.leftOut?.(panel)?.[0] ?? [])];
				const { requests } = await carryOut(subject, stage, panel, leftOut, movedNode(node, panel, ELSEWHERE));
				expect(requests).toContain(`${request!.method} ${ELSEWHERE}${request!.url}`);
			},
		);
	});
});

function labelOf({ displayName, name }: INodeProperties): string {
	return `${displayName} (${name})`;
}

function unread({ shown, read }: { shown: Paths; read: Paths }): string[] {
	return [...shown].filter((path) => !read.has(path));
}
