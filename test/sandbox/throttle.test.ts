import { retryAfterHeader, Throttle } from '../../sandbox/shared/throttle';
import { useSandbox } from './useSandbox';

const { partoo, settings, stats, send, text } = useSandbox();

const ask = async () => await partoo('GET', '/user/me');

describe('a window', () => {
	const setting = { kind: 'window', limit: 2, windowMs: 1000 } as const;

	test('starts with its first request and admits again when it is over, not earlier', () => {
		const throttle = new Throttle();
		expect(throttle.admit(setting, 5000)).toBe(0);
		expect(throttle.admit(setting, 5400)).toBe(0);
		expect(throttle.admit(setting, 5600)).toBe(400);
		expect(throttle.admit(setting, 5999)).toBe(1);
		expect(throttle.admit(setting, 6000)).toBe(0);
		expect(throttle.admit(setting, 6500)).toBe(0);
		expect(throttle.admit(setting, 6501)).toBe(499);
	});

	test('is exact when all come at the same time', async () => {
		await settings({ throttle: { kind: 'window', limit: 300, windowMs: 60_000 } });
		const answers = await Promise.all(Array.from({ length: 400 }, ask));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(300);
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(100);
		expect(await stats()).toMatchObject({ requests: 400, throttled: 100, refused: 100 });
	});
});

test('a bucket is refilled continuously up to its capacity', () => {
	const bucket = { kind: 'bucket', capacity: 2, perSecond: 4 } as const;
	const throttle = new Throttle();
	expect([throttle.admit(bucket, 0), throttle.admit(bucket, 0)]).toEqual([0, 0]);
	expect(throttle.admit(bucket, 0)).toBeCloseTo(250);
	expect(throttle.admit(bucket, 125)).toBeCloseTo(125);
	expect(throttle.admit(bucket, 250)).toBe(0);
	expect([throttle.admit(bucket, 9000), throttle.admit(bucket, 9000)]).toEqual([0, 0]);
	expect(throttle.admit(bucket, 9000)).toBeGreaterThan(0);
});

describe('Retry-After', () => {
	test('gives whole seconds, rounded up, that are long enough', async () => {
		await settings({ throttle: { kind: 'window', limit: 1, windowMs: 1200 } });
		await ask();
		const refused = await ask();
		expect(refused).toMatchObject({ status: 429 });
		expect(refused.headers.get('retry-after')).toBe('2');
	});

	test('gives a date that is not too early', () => {
		const date = Date.parse(retryAfterHeader('date', 1500) ?? '');
		expect(date - Date.now()).toBeGreaterThan(1400);
		expect(date - Date.now()).toBeLessThan(2600);
	});

	test.each([
		['none', null],
		['60', '60'],
		['soon', 'soon'],
	])('set to %s is sent as %s', async (retryAfter, header) => {
		await settings({ retryAfter, throttle: { kind: 'bucket', capacity: 1, perSecond: 0.01 } });
		await ask();
		expect((await ask()).headers.get('retry-after')).toBe(header);
	});
});

test('a throttled message is not taken, and turning the throttle off lets it through', async () => {
	await settings({ throttle: { kind: 'window', limit: 1, windowMs: 60_000 } });
	await send(1001, 'First');
	expect((await partoo('POST', '/messages', text(1001, 'Second'))).status).toBe(429);
	expect(await stats()).toMatchObject({ accepted: 1 });
	await settings({ throttle: null });
	await send(1001, 'Second');
});
