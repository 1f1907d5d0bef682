import { newAccount, numbered } from '../../Partoo/partoo';
import { SPEED, stopwatch } from '../fastClock';
import { parameters, useDoor } from './doorBench';

const door = useDoor();

describe('a server that answers 429', () => {
	it('with Retry-After costs exactly one more request, and nobody notices', async () => {
		await door.fail('throttle', { headers: { 'retry-after': '1' } });
		const took = stopwatch();
		const { items } = await door.run('message.send', parameters());
		expect(items[0]?.json.status).toBe('sending');
		expect((await door.posts()).map(({ status }) => status)).toEqual([429, 200]);
		expect(took()).toBeGreaterThanOrEqual(1_000);
	});

	it('makes all wait once, not each in turn', async () => {
		await door.fail('throttle', { times: 5, headers: { 'retry-after': '4' } });
		const took = stopwatch();
		const { items } = await door.run('message.send', parameters(), { items: numbered(20) });
		expect(items).toHaveLength(20);
		expect(took()).toBeLessThan(5 * 4_000);
		expect((await door.posts()).length).toBe(25);
		expect(items.every(({ json }) => json.rateLimitWait === 4)).toBe(true);
	});

	it('is told apart in the output from one that took the message at once', async () => {
		await door.sandbox.settings({
			throttle: { kind: 'window', limit: 10, windowMs: 4_000 / SPEED },
			retryAfter: '4',
		});
		const { items } = await door.run('message.send', parameters(), { items: numbered(14) });
		const waits = items.map(({ json }) => json.rateLimitWait as number | undefined);
		expect(waits.filter((seconds) => seconds === undefined)).toHaveLength(10);
		expect(waits.filter((seconds) => seconds !== undefined && seconds >= 4)).toHaveLength(4);
	});

	it('with a date is waited for until then', async () => {
		await door.fail('throttle', { headers: { 'retry-after': new Date(Date.now() + 2_000).toUTCString() } });
		const { status } = await door.run('message.send', parameters());
		expect(status).toBe('success');
		const [refused, taken] = await door.posts();
		expect(SPEED * (taken!.startedAt - refused!.startedAt)).toBeGreaterThan(800);
	});

	it.each(['', '-5', 'soon', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
		'with Retry-After "%s" is asked again soon',
		async (value) => {
			await door.fail('throttle', { headers: { 'retry-after': value } });
			const { items } = await door.run('message.send', parameters());
			expect(items[0]?.json).toMatchObject({ status: 'sending', rateLimitWait: 1 });
		},
	);

	it('loses and repeats nothing under a limit that nobody told', async () => {
		await door.sandbox.settings({
			throttle: { kind: 'bucket', capacity: 20, perSecond: 40 * SPEED },
			retryAfter: 'none',
		});
		const { items } = await door.run('message.send', parameters(), { items: numbered(100) });
		expect(items.filter(({ json }) => json.status === 'sending')).toHaveLength(100);
		expect(await door.sandbox.stats()).toMatchObject({ accepted: 100, duplicates: 0 });
	});

	it('finds the pace of a slow account', async () => {
		await door.sandbox.settings({
			throttle: { kind: 'bucket', capacity: 5, perSecond: 5 * SPEED },
			retryAfter: 'none',
		});
		const { items } = await door.run('message.send', parameters(), { items: numbered(40) });
		expect(items).toHaveLength(40);
		const { refused } = await door.sandbox.stats();
		expect(refused).toBeLessThan(25);
	});

	it('for longer than the user wants to wait fails the items with that sentence, all at once', async () => {
		await door.fail('throttle', { times: null, headers: { 'retry-after': '60' } });
		const took = stopwatch();
		const { items, logs } = await door.run('message.send', parameters({ requestOptions: { maxWaitForRateLimit: 5 } }), {
			items: numbered(20),
			onError: 'continueRegularOutput',
		});
		expect(took()).toBeLessThan(20_000);
		expect(items.map(({ json }) => json.error)).toEqual(
			numbered(20).map(
				({ json }) =>
					`The rate limit of Partoo holds for longer than 'Max Wait For Rate Limit' (5 s); nothing was sent for this item [item ${json.n}]`,
			),
		);
		expect(logs.map(({ message }) => message).join()).toContain('Partoo takes no more requests for now: all wait 60 s');
	});

	it('is not asked by the next run while it wants all to wait for longer than that run would', async () => {
		const account = newAccount();
		await door.fail('throttle', { headers: { 'retry-after': '3' } });
		const hasty = parameters({ requestOptions: { maxWaitForRateLimit: 1 } });
		await door.run('message.send', hasty, account);
		const { error } = await door.run('message.send', hasty, account);
		expect(error?.message).toContain("'Max Wait For Rate Limit' (1 s)");
		expect(await door.posts()).toHaveLength(1);
		expect((await door.run('message.send', parameters(), account)).status).toBe('success');
	});
});
