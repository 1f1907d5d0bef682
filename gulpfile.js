const { rm } = require('node:fs/promises');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');
const { bundle } = require('./scripts/bundle');

const OUTPUT = 'dist';

async function clean() {
	await rm(OUTPUT, { recursive: true, force: true });
}

async function code() {
	await bundle(join(__dirname, OUTPUT));
}

function icons() {
	return src('icons/*.svg').pipe(dest(`${OUTPUT}/icons`));
}

function codex() {
	return src('nodes/**/*.node.json').pipe(dest(`${OUTPUT}/nodes`));
}

exports.build = series(clean, parallel(code, icons, codex));
