import { PartooApi } from '../../credentials/PartooApi.credentials';
import { Partoo } from '../../nodes/Partoo/Partoo.node.js';
import { runNode } from '../../test/engine/runNode';
import { atMost, type Bench, type Figure, figure, median } from '../figures';
import { partooCredential } from '../partoo';
import { listThroughBareDoor } from '../peers/bareDoor';
import { listWithHttpRequest } from '../peers/httpRequest';
import { type Servers, withServers } from '../servers';

const MESSAGES = 100_000;
/** Read once more with answers as late as those of an API on the same continent. */
const SOME_MESSAGES = 20_000;
const DISTANT = { latencyMs: 20 };
const PER_PAGE = 100;
const ROUNDS = 6;
/** Until the engine has compiled what each way runs, as in an n8n that has been working for a while. */
const WARM_UPS = 3;
/** Of a loop that asks for page after page through n8n's helper and promises nothing. */
const TIME_FACTOR = 1.15;

/** What a long list costs beyond reading its pages. */
export const bench: Bench = async () => await withServers(compare);

async function compare({ partoo: { sandbox, baseUrl } }: Servers): Promise<Figure[]> {
	const [conversation] = await sandbox.createConversations({ messages: MESSAGES });
	const near = await readAll(baseUrl, conversation!);
	const [shorter] = await sandbox.createConversations({ messages: SOME_MESSAGES });
	await sandbox.settings(DISTANT);
	return figures(near, await readAll(baseUrl, shorter!));
}

/** All ways to read a list take turns, after a few warm-ups of each. */
async function readAll(baseUrl: string, conversation: number): Promise<Runs> {
	const ways = {
		ours: async () => await listWithPartoo(baseUrl, conversation),
		bare: async () => await listThroughBareDoor(baseUrl, conversation, PER_PAGE),
		http: async () => await listWithHttpRequest(baseUrl, conversation, PER_PAGE),
	};
	for (let round = 0; round < WARM_UPS; round++) {
		for (const list of Object.values(ways)) await list();
	}
	const runs: Runs = { ours: [], bare: [], http: [] };
	for (let round = 0; round < ROUNDS; round++) {
		for (const way of inTurn(['ours', 'bare', 'http'] as const, round)) {
			// What one leaves behind is not to be cleared away in the time of the next.
			globalThis.gc?.();
			runs[way].push(await timed(ways[way]));
		}
	}
	return runs;
}

function figures({ ours, bare, http }: Runs, distant: Runs): Figure[] {
	const seconds = (runs: Run[]) => median(runs.map((run) => run.seconds));
	const distantRatio = seconds(distant.ours) / seconds(distant.bare);
	const found = Math.min(...ours.map((run) => run.found));
	return [
		figure({
			name: 'list.found',
			value: found,
			unit: 'messages',
			bar: String(MESSAGES),
			ok: found === MESSAGES,
			peers: { 'HTTP Request, pagination': http[0]!.found },
			isCorrectness: true,
		}),
		atMost(TIME_FACTOR * seconds(bare), {
			name: 'list.time',
			value: seconds(ours),
			unit: 's',
			ratio: seconds(ours) / seconds(bare),
			peers: { 'bare door': seconds(bare), 'HTTP Request, pagination': seconds(http) },
			note: `bar: ${TIME_FACTOR} × a loop through n8n's helper; medians of ${ROUNDS}`,
		}),
		atMost(TIME_FACTOR * seconds(distant.bare), {
			name: 'list.distant.time',
			value: seconds(distant.ours),
			unit: 's',
			ratio: distantRatio,
			peers: { 'bare door': seconds(distant.bare), 'HTTP Request, pagination': seconds(distant.http) },
			note: `the same with answers after ${DISTANT.latencyMs} ms and ${SOME_MESSAGES} messages`,
		}),
	];
}

/** Each of them comes first in its turn. */
function inTurn<T>(all: readonly T[], round: number): T[] {
	const first = round % all.length;
	return [...all.slice(first), ...all.slice(0, first)];
}

interface Runs {
	ours: Run[];
	bare: Run[];
	http: Run[];
}

interface Run {
	found: number;
	seconds: number;
}

async function timed(list: () => Promise<number>): Promise<Run> {
	const began = performance.now();
	const found = await list();
	return { found, seconds: (performance.now() - began) / 1000 };
}

async function listWithPartoo(baseUrl: string, conversation: number): Promise<number> {
	const { items } = await runNode({
		node: new Partoo(),
		parameters: {
			resource: 'message',
			operation: 'getAll',
			conversationId: { __rl: true, mode: 'id', value: String(conversation) },
			returnAll: true,
			simplify: false,
		},
		credentials: partooCredential(baseUrl),
		credentialTypes: [new PartooApi()],
	});
	return items.length;
}
