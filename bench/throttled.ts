import type { INodeType } from 'n8n-workflow';

import type { CommonSettings } from '../sandbox/shared/provider';
import { atMost, deliveredOnce, type Figure, type PeerValues } from './figures';
import { ADMIN_KEY, sendWithPartoo } from './partoo';
import { sendThroughBareDoor } from './peers/bareDoor';
import { sendWithHttpRequest } from './peers/httpRequest';
import { sendWithWhatsApp } from './peers/whatsApp';
import { type HttpRequestJob, numbered } from './sendJob';
import { measure, type Measured, type Servers } from './servers';

/** Work for a server that takes messages at a limited rate. */
export interface ThrottledCase {
	/** e.g. `bucket.429`. */
	name: string;
	messages: number;
	settings: Partial<CommonSettings>;
	/** What the limit alone costs. */
	idealSeconds: number;
	/** Per cent of the requests. */
	refusedLimit: number;
	/** *Max Parallel Requests*; the default of Partoo's node when absent. */
	maxParallel?: number;
	/** What one who knows the limit sets in the HTTP Request node. */
	batching: HttpRequestJob['batching'];
	/** False where n8n's nodes have met the same limit already. */
	withPeers?: boolean;
	/** Partoo's node with another description. */
	node?: INodeType;
}

/** Of the ideal and n8n's own preparation of the items. */
const TIME_FACTOR = 1.05;

/** Sends the messages with our node and with n8n's own, each meeting a fresh limit. */
export async function throttled(servers: Servers, work: ThrottledCase): Promise<Figure[]> {
	const { partoo } = servers;
	const { name, messages, settings, maxParallel, node } = work;
	const items = numbered(messages);
	const { baseUrl } = partoo;
	// Everything lazy is loaded before the clock runs; the account is another one, so nothing is learned of this one.
	await sendWithPartoo({ baseUrl, items: numbered(5), apiKey: `${ADMIN_KEY}#warm-up` });

	const ours = await measure(
		partoo,
		settings,
		async () => await sendWithPartoo({ baseUrl, items, maxParallel, node, apiKey: `${ADMIN_KEY}#${name}` }),
	);
	// Without a limit: what is wanted of it is how long n8n prepares the items.
	const bare = await measure(partoo, {}, async () => await sendThroughBareDoor({ baseUrl, items, maxParallel }));
	return figures(work, ours, bare.preparing, work.withPeers === false ? {} : await measurePeers(servers, work));
}

async function measurePeers({ partoo, graph }: Servers, work: ThrottledCase): Promise<Record<string, Measured>> {
	const { settings, messages, batching } = work;
	const job = { baseUrl: partoo.baseUrl, items: numbered(messages) };
	return {
		'HTTP Request': await measure(partoo, settings, async () => await sendWithHttpRequest(job)),
		'HTTP Request, batched': await measure(
			partoo,
			settings,
			async () => await sendWithHttpRequest({ ...job, batching }),
		),
		'WhatsApp Business Cloud': await measure(
			graph,
			settings,
			async () => await sendWithWhatsApp({ ...job, baseUrl: graph.baseUrl }),
		),
	};
}

function figures(
	{ name, messages, batching, refusedLimit, idealSeconds: ideal }: ThrottledCase,
	ours: Measured,
	preparing: number,
	peers: Record<string, Measured>,
): Figure[] {
	const each = (read: (measured: Measured) => number): PeerValues =>
		Object.fromEntries(Object.entries(peers).map(([peer, measured]) => [peer, read(measured)]));
	return [
		deliveredOnce(
			`${name}.delivered`,
			messages,
			ours.delivered,
			ours.stats.duplicates,
			each(({ delivered }) => delivered),
		),
		atMost(TIME_FACTOR * (ideal + preparing), {
			name: `${name}.time`,
			value: ours.seconds,
			unit: 's',
			ratio: ours.seconds / (ideal + preparing),
			peers: each(({ seconds }) => seconds),
			note: `ratio to the ideal of ${ideal} s + ${preparing.toFixed(1)} s until a bare door's first request; ours came after ${ours.preparing.toFixed(1)} s; batched: ${batching?.batchSize} items per ${batching?.batchInterval} ms`,
		}),
		atMost(refusedLimit, { name: `${name}.refused`, value: refusedShare(ours), unit: '%', peers: each(refusedShare) }),
	];
}

/** Requests that the server refused for their rate, in per cent of all. */
export function refusedShare({ stats }: Pick<Measured, 'stats'>): number {
	return (100 * stats.throttled) / stats.requests;
}
