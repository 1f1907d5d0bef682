import { numbered } from '../../Partoo/partoo';
import { parameters, useDoor } from './doorBench';

const door = useDoor();

describe('Stop', () => {
	it('ends a wait for the rate limit at once and sends nothing more', async () => {
		await door.fail('throttle', { times: null, headers: { 'retry-after': '60' } });
		const started = Date.now();
		const { status } = await door.run('message.send', parameters(), { items: numbered(20), cancelAfterMs: 300 });
		expect(status).toBe('canceled');
		expect(Date.now() - started).toBeLessThan(1_500);
		const { length } = await door.posts();
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(await door.posts()).toHaveLength(length);
	});

	it('ends a wait for delivery', async () => {
		const started = Date.now();
		await door.run('message.send', parameters({ text: 'Hi #stuck', options: { waitForDelivery: true } }), {
			cancelAfterMs: 200,
		});
		expect(Date.now() - started).toBeLessThan(800);
	});

	it('breaks off a request that hangs, and a second try starts nothing', async () => {
		await door.fail('hang', { times: null });
		const started = Date.now();
		await door.run('message.send', parameters(), {
			items: numbered(20),
			cancelAfterMs: 300,
			retryOnFail: true,
			maxTries: 3,
		});
		expect(Date.now() - started).toBeLessThan(1_500);
		expect(await door.posts()).toHaveLength(5);
	});
});
