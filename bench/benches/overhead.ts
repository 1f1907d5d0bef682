import { atLeast, type Bench, deliveredOnce, type Figure, median } from '../figures';
import { sendWithPartoo } from '../partoo';
import { sendThroughBareDoor } from '../peers/bareDoor';
import { sendWithHttpRequest } from '../peers/httpRequest';
import { sendWithWhatsApp } from '../peers/whatsApp';
import { numbered } from '../sendJob';
import { measure, type Measured, type Servers, withServers } from '../servers';

const MESSAGES = 5000;
const MAX_PARALLEL = 50;
const ROUNDS = 3;
/** Of what a door that promises nothing reaches in n8n. */
const BARE_SHARE = 0.9;
/** Far away: the sandbox shall not spend the time of the run on delivering. */
const SETTINGS = { latencyMs: 0, sendingMs: 3_600_000 };

/**
 * What a message costs where the server costs nothing, beside a door that promises nothing: what that one costs is
 * n8n's share. n8n's own nodes start all requests at once.
 */
export const bench: Bench = async () => await withServers(compare);

async function compare({ partoo, graph }: Servers): Promise<Figure[]> {
	const { baseUrl } = partoo;
	const items = numbered(MESSAGES);
	const few = numbered(200);
	await sendWithPartoo({ baseUrl, items: few });
	await sendThroughBareDoor({ baseUrl, items: few });
	await sendWithHttpRequest({ baseUrl, items: few });
	await sendWithWhatsApp({ baseUrl: graph.baseUrl, items: few });

	const ours: Measured[] = [];
	const bare: Measured[] = [];
	const http: Measured[] = [];
	const whatsApp: Measured[] = [];
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
		whatsApp.push(await measure(graph, {}, async () => await sendWithWhatsApp({ baseUrl: graph.baseUrl, items })));
		http.push(await measure(partoo, SETTINGS, async () => await sendWithHttpRequest({ baseUrl, items })));
	}
	const rate = (runs: Measured[]) => MESSAGES / median(runs.map(({ seconds }) => seconds));
	const fewest = (runs: Measured[]) => Math.min(...runs.map(({ delivered }) => delivered));
	const twice = Math.max(...ours.map(({ stats }) => stats.duplicates));
	const peers = (read: (runs: Measured[]) => number) => ({
		'bare door': read(bare),
		'WhatsApp Business Cloud': read(whatsApp),
		'HTTP Request': read(http),
	});
	return [
		deliveredOnce('overhead.delivered', MESSAGES, fewest(ours), twice, peers(fewest)),
		atLeast(BARE_SHARE * rate(bare), {
			name: 'overhead.rate',
			value: rate(ours),
			unit: 'messages/s',
			ratio: rate(ours) / rate(bare),
			peers: peers(rate),
			note: `bar: ${BARE_SHARE} × the bare door, ratio to it; ${(rate(ours) / rate(whatsApp)).toFixed(2)} × the WhatsApp node, ${(rate(ours) / rate(http)).toFixed(2)} × the HTTP Request node; ${median(ours.map(({ preparing }) => preparing)).toFixed(1)} s of ours passed before the first request; medians of ${ROUNDS}`,
		}),
	];
}
