import { created, signed } from '../../test/Callbell/trigger';
import { type Sandbox, startSandboxProcess } from '../../test/sandboxClient/sandbox';
import { forkEngine, nextMessage } from '../engineProcess';
import { atMost, type Bench, deliveredOnce, type Figure, median, round } from '../figures';
import type { LineBegin, LineJob, LineResult } from '../lineProcess';

const MESSAGES = 10_000;
const CALLS = 100;
const BETWEEN_CALLS_MS = 500;
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
	answered: number;
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
	const bare = await measure(sandbox, 'bareDoor');
	const called = await measure(sandbox, 'dialog360', CALLS);
	const bareCalled = await measure(sandbox, 'bareDoor', CALLS);
	const middle = (runs: Measured[], read: (run: Measured) => number) => median(runs.map(read));
	const cpu = [ours, plain].map((runs) => middle(runs, (run) => run.cpu)) as [number, number];
	const all = [...ours, called];
	const without = { 'without recipients': Math.min(...plain.map(({ delivered }) => delivered)) };
	const delivered = Math.min(...all.map((run) => run.delivered));
	const twice = Math.max(...all.map(({ duplicates }) => duplicates));
	return [
		deliveredOnce('line.delivered', MESSAGES, delivered, twice, without),
		atMost(CPU_RATIO * cpu[1], {
			name: 'line.cpu',
			value: cpu[0],
			unit: 's',
			ratio: cpu[0] / cpu[1],
			peers: { 'without recipients': cpu[1], 'bare door': bare.cpu },
			note: `bar: ${CPU_RATIO} × as many to one conversation, through Partoo's node, which is an expression too; medians of ${ROUNDS}`,
		}),
		atMost(LONGEST_BLOCK_MS, {
			name: 'line.block',
			value: middle(ours, (run) => run.block),
			unit: 'ms',
			peers: { 'without recipients': middle(plain, (run) => run.block), 'bare door': bare.block },
			note: `the longest time in which the process could do nothing else, once n8n had evaluated all items, which it does in one go: ${round(middle(ours, (run) => run.preparing))} s, through the bare door ${round(bare.preparing)} s`,
		}),
		atMost(LONGEST_BLOCK_MS, {
			name: 'line.block.calls',
			value: called.block,
			unit: 'ms',
			peers: { 'bare door': bareCalled.block },
			note: `${CALLS} webhook calls at once meanwhile; ${called.answered} were answered in ${round(called.seconds)} s`,
		}),
	];
}

async function measure(sandbox: Sandbox, node: LineJob['node'], calls = 0): Promise<Measured> {
	await sandbox.reset();
	await sandbox.settings({ sendingMs: LATER_MS });
	await sandbox.control('POST', 'settings', { dialog360: { sentMs: LATER_MS } });
	const child = forkEngine('lineProcess.ts');
	const provider = node === 'dialog360' ? node : 'partoo';
	const baseUrl = provider === 'partoo' ? sandbox.partooUrl : `${sandbox.url}/dialog360`;
	child.send({ node, baseUrl, messages: MESSAGES, warmUp: WARM_UP } satisfies LineJob);
	const { triggerUrl } = await nextMessage<LineBegin>(child);
	const stop = new AbortController();
	const answering = callUntil(stop.signal, triggerUrl, calls);
	const result = await nextMessage<LineResult>(child);
	stop.abort();
	const { accepted, duplicates } = await sandbox.stats(provider);
	return { ...result, delivered: accepted - duplicates - WARM_UP, duplicates, answered: await answering };
}

/** Calls a trigger, so many times at once and again when all were answered, until told to stop; answers how often it took the call. */
async function callUntil(stop: AbortSignal, url: string, atOnce: number): Promise<number> {
	let answered = 0;
	const callOnce = async (uuid: string) => {
		const body = JSON.stringify(created({ uuid }));
		const headers = { 'Content-Type': 'application/json', ...signed(body) } as Record<string, string>;
		// A signal of its own: Node warns of one that thousands listen to.
		const signal = AbortSignal.any([stop]);
		const { status } = await fetch(url, { method: 'POST', body, headers, signal });
		if (status === 200) answered++;
	};
	for (let round = 0; !stop.aborted && atOnce > 0; round++) {
		await Promise.allSettled(Array.from({ length: atOnce }, async (_, id) => await callOnce(`wamid.${round}.${id}`)));
		await new Promise((resolve) => setTimeout(resolve, BETWEEN_CALLS_MS));
	}
	return answered;
}
