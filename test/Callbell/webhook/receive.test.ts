import type { TriggerBench } from '../../engine';
import { addressOf, created, SECRET, signatureOf, signed, startTrigger } from '../trigger';

let trigger: TriggerBench;
beforeEach(async () => (trigger = await startTrigger()));
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.stop();
});

const body = JSON.stringify(created());
const HEADER = 'X-Callbell-Signature';

async function refused(...call: Parameters<TriggerBench['call']>): Promise<void> {
	expect(await trigger.call(...call)).toEqual({ status: 401, body: { message: expect.any(String) } });
	expect(trigger.runs).toEqual([]);
}

describe('a call that Callbell signed', () => {
	it('starts the workflow and is answered as its connection checks want it', async () => {
		expect(await trigger.call(body, signed(body))).toEqual({ status: 200, body: { status: 'ok' } });
		expect(trigger.runs).toHaveLength(1);
	});

	it('is refused with a warning as a list, so that its events are not lost without a word', async () => {
		const list = JSON.stringify([created({ uuid: 'm1' }), created({ uuid: 'm2' })]);
		expect((await trigger.call(list, signed(list))).status).toBe(400);
		expect(trigger.runs).toEqual([]);
		expect(trigger.logs).toContainEqual(expect.objectContaining({ level: 'warn' }));
	});

	it('is verified over its bytes, so that spaces and a byte order mark belong to it', async () => {
		const text = `\uFEFF ${JSON.stringify(created(), null, 3)}\r\n`;
		expect((await trigger.call(text, signed(text))).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('is read as UTF-8, whatever charset the unsigned header names', async () => {
		const text = JSON.stringify(created({ text: 'Prêt à emporter ☕' }));
		await trigger.call(text, { ...signed(text), 'content-type': 'application/json; charset=latin1' });
		expect(trigger.runs).toMatchObject([{ text: 'Prêt à emporter ☕' }]);
	});

	/** The clock stands still at a whole second, so that the limit itself can be asked on a slow machine. */
	function stopClock(): void {
		jest.spyOn(Date, 'now').mockReturnValue(Math.floor(Date.now() / 1000) * 1000);
	}

	it.each([-300, -200, 0, 200, 300])('%s seconds ago is let in', async (age) => {
		stopClock();
		expect((await trigger.call(body, { [HEADER]: signatureOf(body, { age }) })).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it.each([301, 3_600, -301, -3_600])('%s seconds ago is refused, though the signature is right', async (age) => {
		stopClock();
		await refused(body, { [HEADER]: signatureOf(body, { age }) });
	});

	it.each([
		['a space between its parts', (good: string) => good.replace(',', ', ')],
		['its parts in another order', (good: string) => good.split(',').reverse().join(',')],
		['a part of a later version', (good: string) => `${good},v2=abc`],
		['capital letters', (good: string) => good.replace(/v1=.*/, (part) => `v1=${part.slice(3).toUpperCase()}`)],
	])('is let in with %s', async (_, change) => {
		expect((await trigger.call(body, { [HEADER]: change(signatureOf(body)) })).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});
});

describe('a call with another signature header', () => {
	const good = signatureOf(body);
	const [time, hash] = good.split(',') as [string, string];
	it.each<[string, string | string[] | undefined]>([
		['none', undefined],
		['an empty one', ''],
		['one with another secret', signatureOf(body, { secret: 'whsec_other' })],
		['one with the secret without its beginning', signatureOf(body, { secret: SECRET.slice('whsec_'.length) })],
		['one of another body', signatureOf('{}')],
		['one whose time was moved', `t=${Number(time.slice(2)) + 1},${hash}`],
		['one without the time', hash],
		['one without the signature', time],
		['one with an empty time', `t=,${hash}`],
		['one with a time that is no number', `t=now,${hash}`],
		['a doubled one', [good, good]],
		['a good one behind another header', ['garbage', good]],
		['a good one before another header', [good, 'garbage']],
		['a good one and an empty one', [good, '']],
		['a good one and one of a later version in a second header', [good, 'v2=abc']],
		['something else beside a good one', `garbage,${good}`],
		['a part that is none', `${good},x=1`],
		['two signatures', `${good},${hash}`],
		['two times', `${time},${good}`],
		['one that lost a character', good.slice(0, -1)],
		['one with a character too many', `${good}0`],
		['one in quotes', `"${good}"`],
		['the bare hash', hash.slice(3)],
		['a very long one', `${time},v1=${'a'.repeat(8_000)}`],
	])('is refused: %s', async (_, value) => {
		await refused(body, value === undefined ? {} : { [HEADER]: value });
	});

	it('is refused for every character of the signature that changes', async () => {
		for (let index = 0; index < good.length; index++) {
			const changed = good[index] === '7' ? '8' : '7';
			await refused(body, { [HEADER]: good.slice(0, index) + changed + good.slice(index + 1) });
		}
	});

	it.each([
		['a space more', `${body} `],
		['other line ends', JSON.stringify(created(), null, 1)],
		['another value', body.replace('open', 'shut')],
	])('is refused for a body with %s', async (_, changed) => await refused(changed, { [HEADER]: good }));
});

describe('a connection check', () => {
	const answer = { status: 200, body: { status: 'ok' } };
	it.each([
		['', {}],
		['{}', {}],
		['[]', {}],
		['null', {}],
		['"ping"', {}],
		['{"event":""}', {}],
		['{"event":null,"payload":{}}', {}],
		['{"event":"connection_check","payload":{}}', {}],
		['{"status":"ok"}', {}],
		['ping', { 'content-type': 'text/plain' }],
		['a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
		['--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
	])('starts nothing: %s', async (text, headers) => {
		expect(await trigger.call(text, headers)).toEqual(answer);
		expect(trigger.runs).toEqual([]);
	});

	it('is none when it is signed wrongly, or larger than a check can be', async () => {
		await refused('{}', { [HEADER]: signatureOf('{ }') });
		await refused(JSON.stringify({ status: 'x'.repeat(10_000) }));
	});

	it('by GET starts nothing', async () => {
		const got = await fetch(addressOf(trigger));
		expect({ status: got.status, body: await got.json() }).toEqual(answer);
		expect(trigger.runs).toEqual([]);
	});
});

it('every answer carries a mark that is the trigger’s own, so that the delivery log tells it from others', async () => {
	const marks = new Set<string | null>();
	const markOf = async (address: string, init?: RequestInit) => {
		const { headers } = await fetch(address, init);
		return headers.get('x-n8n-callbell-trigger');
	};
	const post = (headers: Record<string, string>) => ({
		method: 'POST',
		body,
		headers: { 'content-type': 'application/json', ...headers },
	});
	for (const init of [undefined, post({}), post({ [HEADER]: signatureOf(body) })])
		marks.add(await markOf(addressOf(trigger), init));
	expect([...marks]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
	const other = await startTrigger();
	expect(marks.has(await markOf(addressOf(other)))).toBe(false);
	await other.stop();
});

describe('the secret', () => {
	it('that is not set lets every call in', async () => {
		await trigger.stop();
		trigger = await startTrigger({}, { credential: { webhookSecret: ' ' } });
		expect((await trigger.call(body)).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('may have spaces around it', async () => {
		await trigger.stop();
		trigger = await startTrigger({}, { credential: { webhookSecret: ` ${SECRET}\n` } });
		expect((await trigger.call(body, signed(body))).status).toBe(200);
		await trigger.call(body);
		expect(trigger.runs).toHaveLength(1);
	});

	it('that was rotated counts after a moment, and the old one does not', async () => {
		expect((await trigger.call(body, signed(body))).status).toBe(200);
		trigger.options.credentials!.callbellApi!.webhookSecret = 'whsec_next';
		jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_000);
		const { status } = await trigger.call(body, { [HEADER]: signatureOf(body, { secret: 'whsec_next' }) });
		expect(status).toBe(200);
		expect((await trigger.call(body, signed(body))).status).toBe(401);
		jest.restoreAllMocks();
	});

	it('that cannot be read makes Callbell call again', async () => {
		trigger.options.credentials = {};
		const answer = await trigger.call(body, signed(body));
		expect(answer.status).toBe(503);
		expect(trigger.runs).toEqual([]);
	});
});
