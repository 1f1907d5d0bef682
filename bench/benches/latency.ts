import { type Bench, atMost, deliveredOnce, type Figure, median } from '../figures';
import { plainGate } from '../plainGate';
import { sendWithPartoo } from '../partoo';
import { sendThroughBareDoor } from '../peers/bareDoor';
import { sendWithHttpRequest } from '../peers/httpRequest';
import { sendWithWhatsApp } from '../peers/whatsApp';
import { numbered } from '../sendJob';
import { measure, type Measured, type Servers, withServers } from '../servers';

const MESSAGES = 1000;
const MAX_PARALLEL = 10;
const SETTINGS = { latencyMs: 100 };
/** The machine is shared: the two take turns, and the medians are compared. */
const ROUNDS = 2;
/** Of the plain gate and n8n's own preparation of the items. */
const TIME_FACTOR = 1.05;

/** What a bounded number of requests in flight costs, beside the shortest loop that keeps the same bound. */
export const bench: Bench = async () => await withServers(compare);

async function compare({ partoo, graph }: Servers): Promise<Figure[]> {
	const { baseUrl } = partoo;
	const items = numbered(MESSAGES);
	await sendWithPartoo({ baseUrl, items: numbered(5) });

	const ours: Measured[] = [];
	const bare: Measured[] = [];
	const plain: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		ours.push(
			await measure(partoo, SETTINGS, async () => await sendWithPartoo({ baseUrl, items, maxParallel: MAX_PARALLEL })),
		);
		bare.push(
			await measure(
				partoo,
				SETTINGS,
				async () => await sendThroughBareDoor({ baseUrl, items, maxParallel: MAX_PARALLEL }),
			),
		);
		await partoo.sandbox.reset();
		await partoo.sandbox.settings(SETTINGS);
		plain.push(await plainGate(baseUrl, MESSAGES, MAX_PARALLEL));
	}
	const batching = { batchSize: MAX_PARALLEL, batchInterval: SETTINGS.latencyMs };
	const batched = await measure(partoo, SETTINGS, async () => await sendWithHttpRequest({ baseUrl, items, batching }));
	const whatsApp = await measure(
		graph,
		SETTINGS,
		async () => await sendWithWhatsApp({ baseUrl: graph.baseUrl, items }),
	);

	const seconds = median(ours.map((measured) => measured.seconds));
	const gate = median(plain);
	const preparing = median(bare.map((measured) => measured.preparing));
	const bareSeconds = median(bare.map((measured) => measured.seconds));
	const limit = TIME_FACTOR * (gate + preparing);
	const peak = Math.max(...ours.map(({ stats }) => stats.peakInFlight));
	const worst = ours.reduce((one, other) => (other.delivered < one.delivered ? other : one));
	return [
		deliveredOnce(
			'latency.delivered',
			MESSAGES,
			worst.delivered,
			Math.max(...ours.map(({ stats }) => stats.duplicates)),
			{
				'HTTP Request, batched': batched.delivered,
				'WhatsApp Business Cloud': whatsApp.delivered,
			},
		),
		atMost(limit, {
			name: 'latency.time',
			isN8ns: bareSeconds > limit,
			value: seconds,
			unit: 's',
			ratio: seconds / (gate + preparing),
			peers: {
				'plain gate': gate,
				'bare door': bareSeconds,
				'HTTP Request, batched': batched.seconds,
				'WhatsApp Business Cloud': whatsApp.seconds,
			},
			note: `${bareSeconds > limit ? 'the bare door misses it too; ' : ''}bar: ${TIME_FACTOR} × (the plain gate + ${preparing.toFixed(1)} s until the bare door's first request), ratio to that; ours came after ${median(ours.map((measured) => measured.preparing)).toFixed(1)} s; medians of ${ROUNDS}; batched: ${MAX_PARALLEL} items per ${SETTINGS.latencyMs} ms`,
		}),
		atMost(MAX_PARALLEL, {
			name: 'latency.peak',
			value: peak,
			unit: 'in flight',
			peers: {
				'HTTP Request, batched': batched.stats.peakInFlight,
				'WhatsApp Business Cloud': whatsApp.stats.peakInFlight,
			},
		}),
	];
}
