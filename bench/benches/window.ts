import { partoo } from '../../nodes/Partoo/provider/provider';
import type { Bench } from '../figures';
import { withServers } from '../servers';
import { throttled, type ThrottledCase } from '../throttled';

const MESSAGES = 400;
const LIMIT = 100;
const WINDOW_MS = 6000;
const LATENCY_MS = 20;
/** What the messages of one window take, so many at once as the node sends if nobody says otherwise. */
const SENDING_MS = (LIMIT / partoo.maxInFlight) * LATENCY_MS;
const FURTHER_WINDOWS = Math.ceil(MESSAGES / LIMIT) - 1;
/** Whole seconds say more than is left of a window, and who obeys waits as long as was said. */
const WHOLE_SECONDS_MS = SENDING_MS + Math.ceil((WINDOW_MS - SENDING_MS) / 1000) * 1000;

/** Partoo's rule, 300 in a minute with `Retry-After` (https://developers.partoo.co, guide "Rate limits"), ten times faster. */
export const bench: Bench = async () =>
	await withServers(async (servers) => {
		const work = (name: string, retryAfter: string, windowMs: number, withPeers: boolean): ThrottledCase => ({
			name,
			messages: MESSAGES,
			settings: { latencyMs: LATENCY_MS, throttle: { kind: 'window', limit: LIMIT, windowMs: WINDOW_MS }, retryAfter },
			idealSeconds: (FURTHER_WINDOWS * windowMs + SENDING_MS) / 1000,
			refusedLimit: 5,
			withPeers,
			batching: { batchSize: LIMIT, batchInterval: WINDOW_MS },
		});
		// Partoo says whole seconds of a minute; a rule ten times faster keeps its shape with tenths.
		const scaled = await throttled(servers, work('window', 'tenths', WINDOW_MS, true));
		const whole = work('window.wholeSeconds', 'seconds', WHOLE_SECONDS_MS, false);
		return [...scaled, ...(await throttled(servers, whole))];
	});
