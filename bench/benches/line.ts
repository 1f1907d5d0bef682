import { type Sandbox, startSandboxProcess } from '../../test/sandboxClient/sandbox';
import { forkEngine, nextMessage } from '../engineProcess';
import { atMost, type Bench, deliveredOnce, type Figure, median, round } from '../figures';
import type { LineJob, LineResult } from '../lineProcess';

const MESSAGES = 10_000;
const CALLS = 100;
/** Sent first, so that everything lazy is loaded, and what is often run compiled, before anything is measured. */
const WARM_UP = 200;
const ROUNDS = 2;
/** A message with a recipient of its own may cost so many times what one without does. */
const CPU_RATIO = 1.3;
const LONGEST_BLOCK_MS = 250;
/** Far away: the sandbox shall not spend the time of the run on delivering. */
const LATER_MS = 3_600_000;

interface Measured extends LineResult {
	delivered: number;
	duplicates: number;
}

/** What ten thousand items in one line cost, with a recipient each and without, and for how long they hold up the rest. */
export const bench: Bench = async () => {
	const sandbox = await startSandboxProcess();
	try {
		return await compare(sandbox);
	} finally {
		await sandbox.stop();
	}
};

async function compare(sandbox: Sandbox): Promise<Figure[]> {
	const plain: Measured[] = [];
	const ours: Measured[] = [];
	for (let rounds = 0; rounds < ROUNDS; rounds++) {
		plain.push(await measure(sandbox, 'partoo'));
		ours.push(await measure(sandbox, 'dialog360'));
	}
	const called = await measure(sandbox, 'dialog360', CALLS);
	const middle = (runs: Measured[], read: (run: Measured) => number) => median(runs.map(read));
	const cpu = [ours, plain].map((runs) => middle(runs, (run) => run.cpu)) as [number, number];
	const fewest = Math.min(...[...ours, called].map(({ delivered }) => delivered));
	const twice = Math.max(...[...ours, called].map(({ duplicates }) => duplicates));
	const without = { 'without recipients': Math.min(...plain.map(({ delivered }) => delivered)) };
	return [
		deliveredOnce('line.delivered', MESSAGES, fewest, twice, without),
		atMost(CPU_RATIO * cpu[1], {
			name: 'line.cpu',
			value: cpu[0],
			unit: 's',
			ratio: cpu[0] / cpu[1],
			peers: { 'without recipients': cpu[1] },
			note: `bar: ${CPU_RATIO} × as many without recipients, through Partoo's node; medians of ${ROUNDS}`,
		}),
		atMost(LONGEST_BLOCK_MS, {
			name: 'line.block',
			value: middle(ours, (run) => run.block),
			unit: 'ms',
			peers: { 'without recipients': middle(plain, (run) => run.block) },
			note: 'the longest time for which the process could do nothing else',
		}),
		atMost(LONGEST_BLOCK_MS, {
			name: 'line.block.calls',
			value: called.block,
			unit: 'ms',
			note: `${CALLS} webhook calls at once meanwhile; ${called.answered} were answered in ${round(called.seconds)} s`,
		}),
	];
}

async function measure(sandbox: Sandbox, node: LineJob['node'], calls = 0): Promise<Measured> {
	await sandbox.reset();
	await sandbox.settings({ sendingMs: LATER_MS });
	await sandbox.control('POST', 'settings', { dialog360: { sentMs: LATER_MS } });
	const child = forkEngine('lineProcess.ts');
	const baseUrl = node === 'partoo' ? sandbox.partooUrl : `${sandbox.url}/dialog360`;
	child.send({ node, baseUrl, messages: MESSAGES, calls, warmUp: WARM_UP } satisfies LineJob);
	const result = await nextMessage<LineResult>(child);
	const { accepted, duplicates } = await sandbox.stats(node);
	return { ...result, delivered: accepted - duplicates - WARM_UP, duplicates };
}
