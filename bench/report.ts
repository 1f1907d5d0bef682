import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import Table from 'cli-table3';

import { BENCHES, type BenchName } from './benches';
import { type Figure, type PeerValues, round } from './figures';

const RESULTS = join(__dirname, 'results.json');

/** Prints the figures as a table. */
export function printTable(figures: Figure[]): void {
	const table = new Table({
		head: ['figure', 'value', 'bar', '', 'ratio', 'peers', 'note'],
		colWidths: [28, 16, 20, 8, 8, 34, 44],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const { name, value, unit, bar, ok, isN8ns, peers, ratio, note } of figures) {
		const verdict = ok === null ? '' : ok ? 'ok' : isN8ns ? 'n8n' : 'MISSED';
		table.push([name, `${round(value)} ${unit}`, bar, verdict, ratio === null ? '' : round(ratio), lines(peers), note]);
	}
	console.log(table.toString());
}

type Result = Omit<Figure, 'isCorrectness' | 'isN8ns'>;

/** Writes the figures to `bench/results.json`; those of benches that were not run this time stay as they were. */
export async function writeResults(figures: Figure[], names: readonly BenchName[]): Promise<void> {
	const earlier = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '[]')) as Result[];
	const place = ({ name }: Result) => BENCHES.findIndex((bench) => name.startsWith(`${bench}.`));
	const kept = earlier.filter((result) => place(result) >= 0 && !names.includes(BENCHES[place(result)]!));
	const results = [...kept, ...rounded(figures)].sort((one, other) => place(one) - place(other));
	await writeFile(RESULTS, `${JSON.stringify(results, null, '\t')}\n`);
}

function rounded(figures: Figure[]): Result[] {
	return figures.map(({ name, value, unit, bar, ok, peers, ratio, note }) => ({
		name,
		value: round(value),
		unit,
		bar,
		ok,
		peers: Object.fromEntries(Object.entries(peers).map(([peer, its]) => [peer, its === null ? null : round(its)])),
		ratio: ratio === null ? null : round(ratio),
		note,
	}));
}

function lines(peers: PeerValues): string {
	return Object.entries(peers)
		.map(([name, value]) => `${name}: ${value === null ? '–' : round(value)}`)
		.join('\n');
}
