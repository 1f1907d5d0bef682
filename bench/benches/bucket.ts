import type { CommonSettings } from '../../sandbox/shared/provider';
import { partooWithDialog360Limits } from '../dialog360Node';
import type { Bench, Figure } from '../figures';
import { type Servers, withServers } from '../servers';
import { throttled } from '../throttled';

/** As fast as WhatsApp takes messages of one number (https://developers.facebook.com/docs/whatsapp/cloud-api/overview). */
export const BUCKET: Partial<CommonSettings> = {
	latencyMs: 20,
	throttle: { kind: 'bucket', capacity: 80, perSecond: 80 },
	retryAfter: 'none',
};

/** 360dialog's default, and what a bucket of 80 a second with answers after 20 ms needs. */
export const MAX_PARALLEL = 10;

const HTTP_400 = { status: 400, body: { error: { code: 130429, message: 'Rate limit hit' } } };

/** A limit without a word on how long to wait: the rate has to be found. */
export const bench: Bench = async () => await withServers(measureAll);

async function measureAll(servers: Servers): Promise<Figure[]> {
	const common = { messages: 1000, idealSeconds: (1000 - 80) / 80, maxParallel: MAX_PARALLEL, refusedLimit: 5 };
	const batching = { batchSize: 80, batchInterval: 1000 };
	return [
		...(await throttled(servers, { ...common, name: 'bucket.429', settings: BUCKET, batching })),
		...(await throttled(servers, {
			...common,
			name: 'bucket.400',
			settings: { ...BUCKET, throttleAnswer: HTTP_400 },
			batching,
			node: partooWithDialog360Limits(),
		})),
		...(await throttled(servers, {
			name: 'bucket.unknown',
			messages: 400,
			settings: { ...BUCKET, throttle: { kind: 'bucket', capacity: 20, perSecond: 20 } },
			idealSeconds: (400 - 20) / 20,
			refusedLimit: 8,
			maxParallel: MAX_PARALLEL,
			batching: { batchSize: 20, batchInterval: 1000 },
		})),
	];
}
