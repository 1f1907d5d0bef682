import type { FaultRule } from '../../sandbox/shared/faults';
import type { NodeRun } from '../../test/engine/runTypes';
import { type Bench, type Figure, figure, type PeerValues } from '../figures';
import { CONVERSATION, sendWithPartoo } from '../partoo';
import { sendWithHttpRequest } from '../peers/httpRequest';
import { sendWithWhatsApp } from '../peers/whatsApp';
import { refuseSome } from '../refusedConnections';
import { judge, partooReports, peerReports, type Report, type Verdict } from '../reports';
import { numbered, type SendJob } from '../sendJob';
import { measure, type Server, type Servers, withServers } from '../servers';

const MESSAGES = 1000;
// Partoo's refusals for the rate say how long to wait; a short wait, since the reports are what is measured here.
const SETTINGS = { latencyMs: 20, retryAfter: '0.3' };
const RULES: FaultRule[] = [
	{ effect: 'reset', probability: 0.02, seed: 11, times: null },
	{ effect: 'lostAnswer', probability: 0.02, seed: 12, times: null },
	{ effect: 'status', status: 503, probability: 0.02, seed: 13, times: null },
	{ effect: 'throttle', probability: 0.05, seed: 14, times: null },
];
const REFUSED = 0.02;
const SEED = 10;
const RETRY = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1000 };
const CONTINUE = { onError: 'continueRegularOutput' } as const;

type Mode = Pick<SendJob, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>;

/** A network and a server that fail in every way; what counts is that nothing is sent twice and every report is true. */
export const bench: Bench = async () =>
	await withServers(async (servers) => [
		...(await compare(servers, 'faults.retryOnFail', RETRY)),
		...(await compare(servers, 'faults.continueOnFail', CONTINUE)),
	]);

async function compare({ partoo, graph }: Servers, name: string, mode: Mode): Promise<Figure[]> {
	const ours = await attempt(
		partoo,
		partooReports,
		async (job) => await sendWithPartoo({ ...job, ...mode, maxParallel: 10 }),
	);
	const peers: Record<string, Attempt> = {
		'HTTP Request': await attempt(partoo, peerReports, async (job) => await sendWithHttpRequest({ ...job, ...mode })),
		'WhatsApp Business Cloud': await attempt(
			graph,
			peerReports,
			async (job) => await sendWithWhatsApp({ ...job, ...mode }),
		),
	};
	const each = (read: (attempt: Attempt) => number): PeerValues =>
		Object.fromEntries(Object.entries(peers).map(([peer, its]) => [peer, read(its)]));
	const none = (value: number) => ({ value, unit: 'messages', bar: '0', ok: value === 0, isCorrectness: true });
	const { sent, notSent, maybeSent, unsaid } = ours.said;
	return [
		figure({
			name: `${name}.delivered`,
			value: ours.delivered,
			unit: 'messages',
			peers: each(({ delivered }) => delivered),
			note: `of ${MESSAGES}; what is missing must have been said`,
		}),
		figure({ name: `${name}.twice`, ...none(ours.twice), peers: each(({ twice }) => twice) }),
		figure({ name: `${name}.lost`, ...none(ours.lost), peers: each(({ lost }) => lost) }),
		figure({
			name: `${name}.untrue`,
			...none(ours.untrue + unsaid),
			peers: each(({ untrue, said }) => untrue + said.unsaid),
			note: `items without a true report; ours said: ${sent} sent, ${notSent} not sent, ${maybeSent} maybe sent`,
		}),
		figure({
			name: `${name}.time`,
			value: ours.seconds,
			unit: 's',
			peers: each(({ seconds }) => seconds),
			note: `${ours.refused} connections were refused, ${ours.throttled} requests throttled`,
		}),
	];
}

interface Attempt extends Verdict {
	seconds: number;
	delivered: number;
	refused: number;
	throttled: number;
}

async function attempt(
	server: Server,
	reportsOf: (run: NodeRun, count: number) => Report[],
	send: (job: SendJob) => Promise<NodeRun>,
): Promise<Attempt> {
	const { sandbox, provider, baseUrl } = server;
	const { seconds, stats, delivered, run } = await measure(server, SETTINGS, async () => {
		await sandbox.faults(RULES, provider);
		const refusals = await refuseSome(Number(new URL(baseUrl).port), REFUSED, SEED);
		const sent = await send({ baseUrl, items: numbered(MESSAGES) });
		refusals.stop();
		return { ...sent, refused: refusals.count() };
	});
	const verdict = judge(reportsOf(run, MESSAGES), await timesAtServer(server));
	return { ...verdict, seconds, delivered, refused: run.refused, throttled: stats.throttled };
}

/** How often the server holds each of the messages. */
async function timesAtServer({ sandbox, provider }: Server): Promise<number[]> {
	const texts =
		provider === 'partoo'
			? (await sandbox.messages(CONVERSATION)).map(({ content }) => content)
			: await sandbox.control<string[]>('GET', 'graph/messages');
	const times = new Array<number>(MESSAGES).fill(0);
	for (const text of texts) {
		const number = /^Message (\d+)$/.exec(String(text))?.[1];
		if (number !== undefined) times[Number(number)]!++;
	}
	return times;
}
