const { readdirSync, readFileSync } = require('node:fs');
const { copyFile, mkdir, writeFile } = require('node:fs/promises');
const { basename, dirname, join, relative, resolve, sep } = require('node:path');
const { format, resolveConfig } = require('prettier');
const { rolldown } = require('rolldown');
const ts = require('typescript');
const { n8n } = require('../package.json');

const ROOT = resolve(__dirname, '..');
const SOURCE = /^dist\/(.*?(\w+)\.(?:node|credentials))\.js$/;

/**
 * Builds what n8n loads. It makes one of each node and credential when it starts, so what they say of themselves is
 * worked out here and written to `shown`, beside the functions that it names: those read `code` when the first of them
 * is called. `code` is a file for each provider and one for what they share; a library has a file of its own, read when
 * it is used. Names and comments stay, because whoever entrusts a package with API keys wants to read it.
 *
 * @param output the folder, absolute.
 */
async function bundle(output) {
	const types = [...n8n.nodes, ...n8n.credentials].map((file) => {
		const [, path, name] = SOURCE.exec(file);
		return { path, name };
	});
	const build = await rolldown({
		cwd: ROOT,
		input: {
			...Object.fromEntries(types.map(({ path, name }) => [name, `${path}.ts`])),
			requiredN8n: 'nodes/shared/requiredN8n.ts',
		},
		external: ['crypto', 'n8n-workflow'],
		platform: 'node',
		preserveEntrySignatures: 'allow-extension',
		plugins: [
			{ name: 'read-when-used', renderChunk: readWhenUsed },
			{ name: 'without-notes-of-libraries', renderChunk: withoutNotes },
			// The beginning of the next file says where one ends.
			{
				name: 'with-names-of-files',
				renderChunk: (code) =>
					code.replace(/^\/\/#endregion\n/gm, '').replace(/^\/\/#region (?:nodes\/)?(.*)/gm, '// $1'),
			},
		],
	});
	const code = join(output, 'code');
	const { output: files } = await build.write({
		dir: code,
		format: 'cjs',
		minify: false,
		entryFileNames: '[name].js',
		chunkFileNames: '[name].js',
		codeSplitting: {
			includeDependenciesRecursively: false,
			groups: [
				{
					debugName: 'libraries',
					name: (id) => basename(libraryFolder(id)),
					test: (id) => libraryFolder(id) !== undefined,
				},
				{ debugName: 'rooms', name: roomOf, test: (id) => roomOf(id) !== undefined },
			],
		},
	});
	await build.close();
	await mkdir(join(output, 'shown'));
	await copyFile(join(__dirname, 'show.js'), join(output, 'shown', 'show.js'));
	for (const type of types) await writeShown(output, type);
	const libraries = files.flatMap(({ moduleIds }) => moduleIds.map(libraryFolder)).filter(Boolean);
	await writeLicences(output, new Set(libraries));
}

/** The part of `nodes/` that a module belongs to, but for the file of a node itself and what n8n is asked first. */
function roomOf(moduleId) {
	const [nodes, room, ...rest] = relative(ROOT, moduleId).split(sep);
	if (nodes !== 'nodes' || /\.node\.ts$/.test(moduleId) || /\brequiredN8n\.ts$/.test(moduleId)) return undefined;
	return rest.length > 0 ? `${room}${room === 'shared' ? '' : 'Rooms'}` : undefined;
}

/** Lets a file read a library not at its beginning but where it first uses something of it. */
function readWhenUsed(code, _chunk, _options, { chunks }) {
	return code.replace(/^const (require_\w+) = (require\('\.\/([^']+)'\));$/gm, (line, name, read, file) =>
		chunks[file]?.moduleIds.some(libraryFolder)
			? `let read_${name};\nconst ${name} = new Proxy({}, { get: (_, key) => (read_${name} ??= ${read})[key] });`
			: line,
	);
}

/** What a library says to those who work on it stands in its own package; only that of a chunk of libraries is left out. */
async function withoutNotes(code, { moduleIds }) {
	if (!moduleIds.some(libraryFolder)) return code;
	const compilerOptions = { removeComments: true, target: 'ESNext', module: 'ESNext', alwaysStrict: false };
	return await formatted(ts.transpileModule(code, { compilerOptions }).outputText, 'babel');
}

/** Wider than code: what is nested deeply is mostly one short entry, e.g. a choice of a list. */
const SHOWN_WIDTH = 200;

/** Writes a node or credential as n8n shows it: its data as JSON, and the class that reads the rest when it runs. */
async function writeShown(output, { path, name }) {
	const instance = new (require(join(output, 'code', `${name}.js`))[name])();
	const folder = '../'.repeat(path.split('/').length - 1);
	await writeFile(
		join(output, 'shown', `${name}.json`),
		await formatted(JSON.stringify(instance), 'json', SHOWN_WIDTH),
	);
	const file = join(output, `${path}.js`);
	await mkdir(dirname(file), { recursive: true });
	const code = `require('${folder}code/requiredN8n.js');
const { show } = require('${folder}shown/show.js');

/** What it does is in ${folder}code/${name}.js. */
exports.${name} = class ${name} {
	constructor() {
		const functions = ${JSON.stringify(functionsOf(instance))};
		show(this, require('${folder}shown/${name}.json'), functions, () => require('${folder}code/${name}.js').${name});
	}
};
`;
	await writeFile(file, await formatted(code, 'babel'));
}

/** The text as this project is written. */
async function formatted(text, parser, printWidth) {
	return await format(text, { ...(await resolveConfig(__filename)), parser, ...(printWidth && { printWidth }) });
}

/** The paths to all functions of a node or credential, its methods too, e.g. `description.requestOperations.pagination`. */
function functionsOf(instance) {
	const inside = (value, path) => {
		if (typeof value === 'function') return [path.join('.')];
		if (typeof value !== 'object' || value === null) return [];
		return Object.entries(value).flatMap(([key, entry]) => inside(entry, [...path, key]));
	};
	const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(instance)).filter((name) => name !== 'constructor');
	return [...inside(instance, []), ...methods];
}

/** The folder of the installed package that a module belongs to; undefined for a module of our own. */
function libraryFolder(moduleId) {
	return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(moduleId)?.[0];
}

/**
 * Publishes the licences of the libraries that became part of the package; a library may come with that of what it was
 * made of as well, e.g. LICENSE.Apache for Google's rules of phone numbers.
 */
async function writeLicences(output, folders) {
	const texts = [...folders].sort().map((folder) => {
		const { name, version, license } = require(join(folder, 'package.json'));
		const files = readdirSync(folder).filter((entry) => /^(licen[cs]e|notice)(\.|$)/i.test(entry));
		const parts = files.map((file) => `### ${file}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`);
		return [`## ${name} ${version} (${license})\n`, ...parts].join('\n');
	});
	if (texts.length > 0) await writeFile(join(output, 'THIRD-PARTY.md'), ['# Bundled libraries\n', ...texts].join('\n'));
}

module.exports = { bundle };
