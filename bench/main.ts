import { parseArgs } from 'node:util';

import { installN8n } from '../demo/installN8n';
import { BENCHES, type BenchName } from './benches';
import { forkEngine, nextMessage } from './engineProcess';
import type { Figure } from './figures';
import { printTable, writeResults } from './report';

/** `npm run bench`, or `npm run bench -- --only latency,bucket`. */
async function main(): Promise<number> {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const names = values.only === undefined ? BENCHES : values.only.split(',').map(knownName);
	// The nodes to compare with are n8n's own, out of the n8n that the demo installs.
	await installN8n();
	const figures: Figure[] = [];
	const broken: string[] = [];
	for (const name of names) {
		const began = Date.now();
		console.log(`> ${name} …`);
		const [result] = await Promise.allSettled([nextMessage<Figure[]>(forkEngine('benchProcess.ts', [name]))]);
		if (result.status === 'fulfilled') {
			figures.push(...result.value);
			await writeResults(result.value, [name]);
		} else broken.push(`${name}: ${String(result.reason)}`);
		console.log(`  ${Math.round((Date.now() - began) / 1000)} s`);
	}
	printTable(figures);
	for (const line of broken) console.error(`Could not be measured: ${line}`);
	const isWrong = figures.some(({ isCorrectness, ok }) => isCorrectness && ok === false);
	return isWrong || broken.length > 0 ? 1 : 0;
}

function knownName(name: string): BenchName {
	const known = BENCHES.find((bench) => bench === name.trim());
	if (!known) throw new Error(`There is no bench "${name}". There are: ${BENCHES.join(', ')}`);
	return known;
}

main().then(
	(status) => process.exit(status),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
