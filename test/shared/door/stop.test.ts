import type { INodeParameters } from 'n8n-workflow';
import { numbered } from '../../Partoo/partoo';
import { until } from '../../sandbox/useSandbox';
import { parameters, useDoor } from './doorBench';

const door = useDoor();

/** Presses Stop when so many requests have arrived; answers also how long the node went on then. */
async function stopAfter(count: number, params: INodeParameters, extras: Parameters<typeof door.run>[2] = {}) {
	const stop = new AbortController();
	const running = door.run('message.send', params, { ...extras, signal: stop.signal });
	await until(async () => (await door.posts()).length >= count);
	// What was answered is read, and waited for.
	await new Promise((resolve) => setTimeout(resolve, 100));
	const began = Date.now();
	stop.abort();
	const { status } = await running;
	return { status, wentOn: Date.now() - began };
}

describe.each([true, false])('Stop (n8n hands over a signal: %s)', (hasCancelSignal) => {
	it('ends a wait for the rate limit at once and sends nothing more', async () => {
		await door.fail('throttle', { times: null, headers: { 'retry-after': '60' } });
		const { status, wentOn } = await stopAfter(1, parameters(), { items: numbered(20), hasCancelSignal });
		expect(status).toBe('canceled');
		expect(wentOn).toBeLessThan(1_000);
		const { length } = await door.posts();
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(await door.posts()).toHaveLength(length);
	});

	it('ends a wait for delivery', async () => {
		const options = { waitForDelivery: true };
		const { wentOn } = await stopAfter(1, parameters({ text: 'Hi #stuck', options }), { hasCancelSignal });
		expect(wentOn).toBeLessThan(800);
	});

	it('during a pause between batches sends nothing more', async () => {
		const requestOptions = { batching: { batch: { batchSize: 2, batchInterval: 600 } } };
		await stopAfter(2, parameters({ requestOptions }), { items: numbered(6), hasCancelSignal });
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect(await door.posts()).toHaveLength(2);
	});

	it('during the pause of Retry On Fail sends nothing more', async () => {
		await door.fail('status', { status: 500, times: null });
		const again = { retryOnFail: true, maxTries: 3, waitBetweenTries: 600, hasCancelSignal };
		await stopAfter(1, parameters({ text: 'Once' }), again);
		await door.sandbox.reset();
		await new Promise((resolve) => setTimeout(resolve, 1_500));
		expect(await door.posts()).toHaveLength(0);
	});

	it('breaks off a request that hangs, and a second try starts nothing', async () => {
		await door.fail('hang', { times: null });
		const again = { retryOnFail: true, maxTries: 3, hasCancelSignal };
		const { wentOn } = await stopAfter(5, parameters(), { items: numbered(20), ...again });
		expect(wentOn).toBeLessThan(1_000);
		expect(await door.posts()).toHaveLength(5);
	});
});
