import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { preProcessFile, resolveModuleName, sys } from 'typescript';

/** The rooms of `nodes/shared` by floor, from the ground up: a room knows its own files and those of lower floors. */
const FLOORS = [
	['json.ts', 'inOrder.ts', 'parsedUrl.ts', 'requiredN8n.ts', 'stoppable.ts'],
	['pacing', 'failures'],
	['transport', 'trigger'],
	['door'],
	['input', 'delivery'],
];
const ROOMS = ['provider', 'fields', 'resources', 'templates', 'media', 'methods', 'webhook'];
const WEBHOOK_ROOMS = ['calls', 'form', 'output', 'registration'];
const MOST_FILES_IN_A_ROOM = 12;
const LONGEST_FILE = 150;
const LONGEST_LINE = 120;

const NODES = join(__dirname, '..', 'nodes');
const foldersIn = (path: string) => readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());
const PROVIDERS = foldersIn(NODES).filter((folder) => folder !== 'shared');
const files = readdirSync(NODES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const text = new Map(files.map((file) => [file, readFileSync(join(NODES, file), 'utf8')]));
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Files of `nodes` that a file imports, types included. */
function importsOf(file: string): string[] {
	return preProcessFile(text.get(file)!)
		.importedFiles.map(({ fileName }) => resolveModuleName(fileName, join(NODES, file), {}, sys).resolvedModule)
		.map((module) => module && relative(NODES, module.resolvedFileName))
		.filter((target): target is string => target !== undefined && text.has(target));
}

const arrows = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));
const wing = (file: string) => file.split('/')[0]!;
const room = (file: string) => file.split('/')[1]!;
const floor = (file: string) => FLOORS.findIndex((rooms) => rooms.includes(room(file)));

/** Files that lead back to themselves, each circle as the path through it. */
function circles(): string[] {
	const found: string[] = [];
	const done = new Set<string>();
	const walk = (file: string, path: string[]) => {
		if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' > '));
		if (path.includes(file) || done.has(file)) return;
		for (const target of imports.get(file)!) walk(target, [...path, file]);
		done.add(file);
	};
	files.forEach((file) => walk(file, []));
	return found;
}

describe('the house', () => {
	it('has no circle of imports', () => {
		expect(arrows.length).toBeGreaterThan(500);
		expect(circles()).toEqual([]);
	});

	it('keeps providers apart, and shared rooms free of them', () => {
		const crossing = arrows.filter(({ from, to }) => wing(from) !== wing(to) && wing(to) !== 'shared');
		expect(crossing).toEqual([]);
	});

	it('is a staircase: a shared room knows only rooms below it', () => {
		const shared = arrows.filter(({ from, to }) => wing(from) === 'shared' && wing(to) === 'shared');
		expect(files.filter((file) => wing(file) === 'shared' && floor(file) < 0)).toEqual([]);
		expect(shared.filter(({ from, to }) => room(from) !== room(to) && floor(from) <= floor(to))).toEqual([]);
	});

	it.each(PROVIDERS)('has the same rooms for %s as for the others', (provider) => {
		expect(ROOMS).toEqual(expect.arrayContaining(foldersIn(join(NODES, provider))));
		// A provider that calls nobody has no trigger.
		const webhook = join(NODES, provider, 'webhook');
		expect(existsSync(webhook) ? foldersIn(webhook).sort() : WEBHOOK_ROOMS).toEqual(WEBHOOK_ROOMS);
	});

	it('has rooms and files of a size that one looks over', () => {
		const sizes = new Map<string, number>();
		for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
		expect([...sizes].filter(([, size]) => size > MOST_FILES_IN_A_ROOM)).toEqual([]);
		expect(files.filter((file) => text.get(file)!.trimEnd().split('\n').length > LONGEST_FILE)).toEqual([]);
	});

	it('has no line that is longer than a screen is wide, but for sentences, tables and patterns', () => {
		const lines = files.flatMap((file) =>
			text
				.get(file)!
				.split('\n')
				.map((line) => ({ file, line })),
		);
		const mayBeLong = (line: string) => /(['"`]).{60,}\1|^\s*\* \||^\s*\/.*\/\w*;$/.test(line);
		const tooLong = lines.filter(({ line }) => line.replace(/\t/g, '  ').length > LONGEST_LINE && !mayBeLong(line));
		expect(tooLong).toEqual([]);
	});
});

describe('the tests', () => {
	it('mirror the house: each test of a wing is in the folder of what it tests', () => {
		const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
			file.endsWith('.test.ts'),
		);
		const ofTheHouse = tests.filter((file) => [...PROVIDERS, 'shared'].includes(wing(file)));
		const folders = new Set(files.map((file) => dirname(file)));
		const outside = ofTheHouse.filter(
			(file) => ![...folders].some((folder) => `${folder}/`.startsWith(`${dirname(file)}/`)),
		);
		expect(ofTheHouse.length).toBeGreaterThan(40);
		expect(outside).toEqual([]);
	});
});
