const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');
const { rolldown } = require('rolldown');
const { n8n } = require('./package.json');

const OUTPUT = 'dist';

async function clean() {
	await rm(OUTPUT, { recursive: true, force: true });
}

/**
 * A file for each node and credential that package.json names, and one with all that they are made of: n8n loads all
 * nodes when it starts, and a file for every room of the house would take it three times as long. What is published
 * is half as large without comments and long names; whoever reads it reads the repository.
 */
async function bundle() {
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) => file.replace(/^dist\//, '').replace(/\.js$/, ''));
	const build = await rolldown({
		input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
		external: ['crypto', 'n8n-workflow'],
		platform: 'node',
	});
	await build.write({
		dir: OUTPUT,
		format: 'cjs',
		minify: true,
		entryFileNames: '[name].js',
		chunkFileNames: 'shared/[name].js',
		advancedChunks: { groups: [{ name: 'nodes', test: /\/(nodes|credentials)\// }] },
	});
	await build.close();
}

function icons() {
	return src('icons/*.svg').pipe(dest(`${OUTPUT}/icons`));
}

function codex() {
	return src('nodes/**/*.node.json').pipe(dest(`${OUTPUT}/nodes`));
}

exports.build = series(clean, parallel(bundle, icons, codex));
