const { readdirSync, readFileSync } = require('node:fs');
const { rm, writeFile } = require('node:fs/promises');
const { basename, join, resolve } = require('node:path');
const { rolldown } = require('rolldown');
const { n8n } = require('../package.json');

const ROOT = resolve(__dirname, '..');
const FORMS = 'forms';
const RUNNING = 'running';
/** Where the first of the two builds goes: n8n-workflow is found from there as from the second. */
const TRIAL = 'trial';

/**
 * Builds a file for each node and credential that package.json names, and what they are made of in two: n8n loads all
 * nodes when it starts, and a file for every room of the house would take it three times as long. `forms.js` is what
 * n8n reads to show the nodes, `running.js` the rest, which is read when a node first runs. A library has a file of its
 * own. Names and comments stay, because whoever entrusts a package with API keys wants to read it.
 *
 * @param output the folder, absolute.
 */
async function bundle(output) {
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) => file.replace(/^dist\//, '').replace(/\.js$/, ''));
	const build = await rolldown({
		cwd: ROOT,
		input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
		external: ['crypto', 'n8n-workflow'],
		platform: 'node',
		preserveEntrySignatures: 'allow-extension',
		plugins: [{ name: 'read-when-used', renderChunk: readWhenUsed }],
	});
	const shown = await modulesToShow(build, entries, join(output, TRIAL));
	const { output: files } = await build.write({
		dir: output,
		format: 'cjs',
		minify: false,
		entryFileNames: '[name].js',
		chunkFileNames: 'shared/[name].js',
		codeSplitting: {
			// A form would otherwise take along all that its operation does.
			includeDependenciesRecursively: false,
			groups: [
				{
					debugName: 'libraries',
					name: (id) => basename(libraryFolder(id)),
					test: (id) => libraryFolder(id) !== undefined,
				},
				{ name: FORMS, test: (id) => shown.has(id) },
				{ name: RUNNING },
			],
		},
	});
	await build.close();
	const libraries = files.flatMap(({ moduleIds }) => moduleIds.map(libraryFolder)).filter(Boolean);
	await writeLicences(output, new Set(libraries));
}

/**
 * Which modules run while n8n reads the descriptions, found by doing it: with a file for each module, all of them read
 * when they are used.
 *
 * @returns the modules' IDs.
 */
async function modulesToShow(build, entries, dir) {
	const { output } = await build.write({ dir, format: 'cjs', preserveModules: true, preserveModulesRoot: ROOT });
	for (const entry of entries) for (const Type of Object.values(require(join(dir, `${entry}.js`)))) new Type();
	await rm(dir, { recursive: true });
	return new Set(
		output.filter(({ fileName }) => join(dir, fileName) in require.cache).flatMap((file) => file.moduleIds),
	);
}

/** Lets a file read another one not at its beginning but where it first uses something of it. */
function readWhenUsed(code) {
	return code.replace(/^const (require_(?!forms\b)\w+) = (require\('\.[^']+'\));$/gm, (_line, name, read) =>
		[`let read_${name};`, `const ${name} = new Proxy({}, { get: (_, key) => (read_${name} ??= ${read})[key] });`].join(
			'\n',
		),
	);
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
