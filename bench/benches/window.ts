import type { Bench } from '../figures';
import { withServers } from '../servers';
import { throttled, type ThrottledCase } from '../throttled';

const MESSAGES = 400;
const LIMIT = 100;
const WINDOW_MS = 6000;

/** Partoo's rule, 300 in a minute with `Retry-After` (https://developers.partoo.co, guide "Rate limits"), ten times faster. */
export const bench: Bench = async () =>
	await withServers(async (servers) => {
		const work = (name: string, retryAfter: string, withPeers: boolean): ThrottledCase => ({
			name,
			messages: MESSAGES,
			settings: { latencyMs: 20, throttle: { kind: 'window', limit: LIMIT, windowMs: WINDOW_MS }, retryAfter },
			idealSeconds: ((Math.ceil(MESSAGES / LIMIT) - 1) * WINDOW_MS) / 1000,
			refusedLimit: 5,
			withPeers,
			batching: { batchSize: LIMIT, batchInterval: WINDOW_MS },
		});
		// Partoo says whole seconds of a minute; a rule ten times faster keeps its shape with tenths.
		const scaled = await throttled(servers, work('window', 'tenths', true));
		return [...scaled, ...(await throttled(servers, work('window.wholeSeconds', 'seconds', false)))];
	});
