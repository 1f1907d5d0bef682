import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../engine';
import { byId, FACEBOOK, numbered, PartooBench } from '../Partoo/partoo';
import { handsSignalOver } from './tried';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

type Extras = Parameters<PartooBench['run']>[2];

const posts = async () => await bench.sandbox.requests({ method: 'POST', path: '/messages' });
const pause = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

let accounts = 0;

/** Sends a text of its own for each item, with a key of which the node has learned nothing. */
async function send(parameters: INodeParameters, extras: Extras = {}): Promise<NodeRun> {
	const apiKey = `partoo-admin-key#${++accounts}`;
	const each = { conversationId: byId(FACEBOOK), text: `=Run ${accounts} item {{ $json.n }}`, ...parameters };
	return await bench.run('message.send', each, { apiKey, hasCancelSignal: handsSignalOver, ...extras });
}

/** Presses Stop when so many requests have come, and answers how long the node went on, and how it was called then. */
async function stopAfter(count: number, parameters: INodeParameters, extras: Extras = {}) {
	const stop = new AbortController();
	const running = send(parameters, { ...extras, signal: stop.signal });
	while ((await posts()).length < count) await pause(20);
	await pause(100);
	const began = Date.now();
	stop.abort();
	const { status } = await running;
	return { status, wentOn: Date.now() - began };
}

describe('Stop', () => {
	it('ends a wait for the rate limit at once, and nothing more is sent', async () => {
		const headers = { 'retry-after': '60' };
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect: 'throttle', times: null, headers }]);
		const { status, wentOn } = await stopAfter(1, {}, { items: numbered(20) });
		expect(status).toBe('canceled');
		expect(wentOn).toBeLessThan(1_500);
		const { length } = await posts();
		await pause(300);
		expect(await posts()).toHaveLength(length);
	});

	it('ends a wait for delivery', async () => {
		const { status, wentOn } = await stopAfter(1, { text: 'Hi #stuck', options: { waitForDelivery: true } });
		expect(status).toBe('canceled');
		expect(wentOn).toBeLessThan(1_500);
	});

	it('breaks off a request that hangs, and Retry On Fail starts nothing', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect: 'hang', times: null }]);
		const { wentOn } = await stopAfter(5, {}, { items: numbered(20), retryOnFail: true, maxTries: 3 });
		expect(wentOn).toBeLessThan(1_500);
		expect(await posts()).toHaveLength(5);
	});
});

describe('Retry On Fail', () => {
	const oneByOne = { requestOptions: { maxParallelRequests: 1 } };
	const twice = { items: numbered(8), retryOnFail: true, maxTries: 2 };

	it('sends only what is missing', async () => {
		const body = { errors: { authorization: 'Not now' } };
		await bench.sandbox.faults([
			{ method: 'POST', path: '^/messages$', effect: 'status', status: 403, after: 3, body },
		]);
		const { status, items } = await send(oneByOne, twice);
		expect(status).toBe('success');
		expect(items.map(({ json }) => json.status)).toEqual(Array(8).fill('sending'));
		expect(await bench.sandbox.stats()).toMatchObject({ accepted: 8, duplicates: 0 });
	});

	it('sends nothing twice after an answer that was lost', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect: 'lostAnswer', after: 2 }]);
		const { status, items } = await send(oneByOne, twice);
		expect(status).toBe('success');
		expect(items.filter(({ json }) => json.wasFoundAfterLostAnswer)).toHaveLength(1);
		expect(await bench.sandbox.stats()).toMatchObject({ accepted: 8, duplicates: 0 });
	});
});

describe('Continue On Fail', () => {
	const mixed = { conversationId: byId('={{ $json.n === 1 ? 1008 : 1001 }}') };
	const failed = {
		error: expect.stringContaining('HTTP 403'),
		details: expect.objectContaining({ code: '403', nextStep: expect.any(String), maybeSent: false }),
	};

	it('puts what failed, with its input, on the error output and nowhere else', async () => {
		const { outputs } = await send(mixed, { items: numbered(3), onError: 'continueErrorOutput' });
		expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['sending', 'sending']);
		expect(outputs[1]?.map(({ json }) => json)).toEqual([{ n: 1, ...failed }]);
	});

	it('or leaves it where it was', async () => {
		const { items } = await send(mixed, { items: numbered(3), onError: 'continueRegularOutput' });
		expect(items[1]?.json).toEqual(failed);
	});
});
